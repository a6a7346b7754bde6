import { z } from 'zod';
import { code } from '../fields.ts';
import { command } from './command.ts';

export const calendarPublished = command({
  name: 'calendarPublished',
  path: 'calendar-published',
  summary: 'A new version of a calendar is in force: clocks that count by it are reckoned anew (PRC-22)',
  body: z.strictObject({ calendar: code, version: z.string(), timetable: z.boolean() }),
  words: [],
  example: { calendar: 'cn-workdays', version: 'f'.repeat(64), timetable: true },
});
