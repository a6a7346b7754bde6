import { z } from 'zod';
import { command } from './command.ts';

/** What was taken for misconduct is an ordinary complaint, registered anew: the complaint `from` (INT-15). */
export const sentBack = command({
  name: 'sentBack',
  path: 'sent-back',
  summary: 'What was taken for misconduct has been registered as an ordinary complaint (INT-15)',
  body: z.strictObject({ from: z.uuid() }),
  words: [],
  example: { from: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
});
