import { z } from 'zod';
import { command } from './command.ts';

export const endEvent = command({
  name: 'endEvent',
  path: 'event-end',
  summary: 'The handling of the event has ended: its report is due (PRC-28)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
