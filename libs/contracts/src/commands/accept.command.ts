import { z } from 'zod';
import { command } from './command.ts';

export const accept = command({
  name: 'accept',
  path: 'accept',
  summary: 'Take the complaint on as its owner (PRC-2)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
