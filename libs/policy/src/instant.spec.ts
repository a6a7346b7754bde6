import { describe, expect, it } from '@jest/globals';
import { earlier, plusMs, toInstant, toMs } from './instant.ts';

const [MORNING, NOON] = ['2026-03-06T08:00:00.000Z', '2026-03-06T12:00:00.000Z'];

describe('an instant', () => {
  it('is milliseconds and back', () => {
    expect(toInstant(toMs(MORNING))).toBe(MORNING);
    expect(toMs(NOON) - toMs(MORNING)).toBe(4 * 3_600_000);
    expect(plusMs(MORNING, 4 * 3_600_000)).toBe(NOON);
    expect(() => toMs('soon')).toThrow('not an instant: soon');
  });

  it('is earlier than another, and than never', () => {
    expect([earlier(MORNING, NOON), earlier(NOON, MORNING), earlier(NOON, NOON)]).toEqual([MORNING, MORNING, NOON]);
    expect([earlier(null, NOON), earlier(NOON, null), earlier(null, null)]).toEqual([NOON, NOON, null]);
  });
});
