import { describe, expect, it } from '@jest/globals';
import { compileCalendar } from './compile-calendar.ts';
import { closedDaysText, importICalendar, ImportRefused } from './icalendar.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const file = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//redress//spec//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const christmas = event('UID:1', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas');
const yearly = event(
  'UID:2',
  'DTSTART;VALUE=DATE:20250501',
  'RRULE:FREQ=YEARLY',
  'EXDATE;VALUE=DATE:20270501',
  'SUMMARY:劳动节',
);
const meeting = event('UID:3', 'DTSTART:20260301T090000Z', 'DTEND:20260301T100000Z', 'SUMMARY:Meeting');
const off = event('UID:4', 'DTSTART;VALUE=DATE:20260701', 'STATUS:CANCELLED', 'SUMMARY:Outing');

describe('closed days from an iCalendar file', () => {
  it('are its whole-day entries, each day of a long one, without what has an hour or is called off', () => {
    expect(importICalendar(file(meeting, christmas, off), null)).toEqual({
      days: [
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2026-12-26', name: 'Christmas' },
      ],
      leftOut: 2,
    });
  });

  it('come round until the last year that is wanted, but for the dates taken out', () => {
    const { days } = importICalendar(file(yearly), 2028);
    expect(days.map(({ date }) => date)).toEqual(['2025-05-01', '2026-05-01', '2028-05-01']);
    expect(() => importICalendar(file(yearly), null)).toThrow(/recurs: name the last year/);
  });

  it('are written as a calendar document has them', () => {
    const written = closedDaysText(importICalendar(file(christmas, yearly), 2026));
    expect(written).toContain('  - 2026-05-01 # 劳动节\n');
    const document = `calendar: office\ntimeZone: UTC\nweek: { mon: ['09:00-17:00'] }\n${written}`;
    expect(compileCalendar(document).calendar.closedDays).toEqual([
      '2025-05-01',
      '2026-05-01',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(closedDaysText(importICalendar(file(meeting), null))).toBe('closedDays: []\n');
  });

  it.each(['', 'date,name\n2026-12-25,Christmas', 'BEGIN:VCARD\r\nEND:VCARD\r\n'])('are not found in %j', (text) => {
    expect(() => importICalendar(text, null)).toThrow(ImportRefused);
  });

  it('do not close the office for a year by one mistyped date', () => {
    const wrong = event('UID:5', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20271227', 'SUMMARY:Christmas');
    expect(() => importICalendar(file(wrong), null)).toThrow(/lasts 367 days/);
  });
});
