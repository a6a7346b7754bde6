import { describe, expect, it } from '@jest/globals';
import { anOffice } from './calendar.builder.ts';
import { calendarOf } from './calendar.ts';
import { dateOf, dayOf } from './open-time.ts';

describe('a day', () => {
  it('is counted from 1970, and is a date again', () => {
    expect([dayOf('1970-01-01'), dayOf('1969-12-31'), dayOf('2026-03-06')]).toEqual([0, -1, 20_518]);
    expect(dateOf(20_518)).toBe('2026-03-06');
    expect(() => dayOf('someday')).toThrow('not a date: someday');
  });
});

describe('a calendar', () => {
  it('is found among those in force, and missed where it is not', () => {
    const office = anOffice();
    expect(calendarOf({ office }, 'office')).toBe(office);
    expect(() => calendarOf({ office }, 'mine')).toThrow('no calendar in force is called mine');
    expect(() => calendarOf({ office }, null)).toThrow('no calendar in force is called null');
  });
});
