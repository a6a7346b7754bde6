import { describe, expect, it } from '@jest/globals';
import { anOffice } from './calendar.builder.ts';
import { coverageOf } from './coverage.ts';

const covered = anOffice({ coversUntil: '2026-12-31' });
const shanghai = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('what a calendar still covers', () => {
  it('is counted in local days, to the end of the last one', () => {
    expect(coverageOf(covered, shanghai('2026-12-01T00:00'), 30)).toEqual({ daysLeft: 30, isLapsing: true });
    expect(coverageOf(covered, shanghai('2026-11-30T23:59'), 30)).toEqual({ daysLeft: 31, isLapsing: false });
    expect(coverageOf(covered, shanghai('2026-12-31T23:59'), 30)).toEqual({ daysLeft: 0, isLapsing: true });
    expect(coverageOf(covered, shanghai('2027-01-02T00:00'), 30)).toEqual({ daysLeft: -2, isLapsing: true });
  });

  it('never ends where no end is named', () => {
    expect(coverageOf(anOffice(), shanghai('2099-01-01T00:00'), 30)).toEqual({ daysLeft: null, isLapsing: false });
  });
});
