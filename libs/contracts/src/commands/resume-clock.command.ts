import { z } from 'zod';
import { command } from './command.ts';

export const resumeClock = command({
  name: 'resumeClock',
  path: 'resumptions',
  summary: 'Let the solve clock run again (PRC-21)',
  body: z.strictObject({}),
  words: [],
  example: {},
});
