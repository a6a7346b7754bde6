import { describe, expect, it } from '@jest/globals';
import { anOffice } from './calendar.builder.ts';
import { addWorkingTime } from './working-time.ts';

const HOUR = 3_600_000;

/** Apart from the other tests: where code is changed on purpose it is instrumented, and its speed says nothing. */
describe('working time', () => {
  it('adds two years of working time in under five milliseconds of computing', () => {
    const berlin = anOffice({ timeZone: 'Europe/Berlin', yearlyClosedDays: ['01-01', '12-25'] });
    const runs = 200;
    const begin = process.cpuUsage();
    for (let run = 0; run < runs; run += 1) addWorkingTime('2026-03-06T10:00:00.000Z', 2 * 250 * 8 * HOUR, berlin);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000 / runs).toBeLessThan(5);
  });
});
