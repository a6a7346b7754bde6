import { z } from 'zod';
import { command } from './command.ts';

export const survivorEnded = command({
  name: 'survivorEnded',
  path: 'survivor-ended',
  summary: 'The complaint that this one was merged into has ended (PRC-13)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
