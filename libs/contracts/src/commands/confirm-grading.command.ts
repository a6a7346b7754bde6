import { z } from 'zod';
import { command } from './command.ts';

export const confirmGrading = command({
  name: 'confirmGrading',
  path: 'grading-confirmations',
  summary: 'Confirm a level that was taken provisionally (INT-19)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
