import { describe, expect, it } from '@jest/globals';
import { instantOfWall, offsetAt, steadyOffsetOn } from './zone-offset.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (utc: string) => Date.parse(utc);

describe('the offset of a time zone', () => {
  it('changes on the very millisecond of the change', () => {
    expect(offsetAt('Europe/Berlin', at('2026-03-29T00:59:59.999Z'))).toBe(HOUR);
    expect(offsetAt('Europe/Berlin', at('2026-03-29T01:00:00.000Z'))).toBe(2 * HOUR);
  });

  it('takes the first of two equal times on the wall', () => {
    expect(instantOfWall('Europe/Berlin', at('2026-10-25T02:30:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
  });

  it('takes the moment of the change for a time that no clock shows', () => {
    expect(instantOfWall('Europe/Berlin', at('2026-03-29T02:30:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
  });

  it('never goes back as the time on the wall goes on', () => {
    for (const zone of ['America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia']) {
      let last = -Infinity;
      for (let wall = at('2010-12-01T00:00:00Z'); wall < at('2013-02-01T00:00:00Z'); wall += HOUR / 4) {
        const instant = instantOfWall(zone, wall);
        if (instant < last) throw new Error(`${zone} goes back at ${new Date(wall).toISOString()}`);
        last = instant;
      }
    }
  });

  it('is steady on a day only where it is the same all through it and the days beside it', () => {
    for (let day = at('2008-01-01') / DAY; day < at('2023-01-01') / DAY; day += 1) {
      const steady = steadyOffsetOn('Asia/Tehran', day);
      if (steady === null) continue;
      for (let near = (day - 1) * DAY; near < (day + 2) * DAY; near += 6 * HOUR) {
        if (offsetAt('Asia/Tehran', near) !== steady)
          throw new Error(`it changes about ${new Date(near).toISOString()}`);
      }
    }
  });

  it('is steady on six days of seven where it never changes', () => {
    const steady = Array.from({ length: 14 }, (_, day) =>
      steadyOffsetOn('Asia/Shanghai', at('2026-01-01') / DAY + day),
    );
    expect(steady.filter((offset) => offset === 8 * HOUR)).toHaveLength(12);
  });

  it('refuses a time zone that is none', () => {
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
  });
});
