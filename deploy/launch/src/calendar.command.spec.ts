import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { calendarCommand } from './calendar.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
const file = join(folder, 'days.ics');
const text = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//redress//spec//EN'],
  ...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'DTSTART:20260301T090000Z', 'SUMMARY:Meeting', 'END:VEVENT'],
  ...['END:VCALENDAR', ''],
].join('\r\n');
writeFileSync(file, text);

describe('calendar import', () => {
  const printed = (args: string[]) => {
    let said = '';
    calendarCommand(args, (line) => (said += line));
    return said;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints the closed days, and what it has left out', () => {
    expect(printed(['import', file, '--until', '2027'])).toBe(
      '# left out: 1 entries with an hour, or called off\nclosedDays:\n  - 2026-12-25 # Christmas\n  - 2027-12-25 # Christmas\n',
    );
  });

  it('says in a sentence what it cannot do', () => {
    expect(() => printed(['import', file])).toThrow(/--until 2028/);
    expect(() => printed(['import', join(folder, 'none.ics')])).toThrow(/There is no file/);
    expect(() => printed(['import'])).toThrow(/calendar import FILE.ics/);
    expect(() => printed(['import', file, '--until', 'soon'])).toThrow(/wants a year/);
    expect(() => printed(['import', file, '--up'])).toThrow(/calendar import FILE.ics/);
  });
});
