import { z } from 'zod';
import { command } from './command.ts';

export const close = command({
  name: 'close',
  path: 'close',
  summary: 'Close: nothing is owed to the customer and the cause is recorded (PRC-12)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
