import { z } from 'zod';
import { instant } from '../fields.ts';
import { command } from './command.ts';

export const giveDate = command({
  name: 'giveDate',
  path: 'dates',
  summary: 'Give the date by which it will be solved; the customer is told (PRC-20, level 4)',
  body: z.strictObject({ date: instant }),
  words: [],
  example: { date: '2026-11-27T09:00:00.000Z' },
});
