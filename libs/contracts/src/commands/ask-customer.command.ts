import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const askCustomer = command({
  name: 'askCustomer',
  path: 'questions',
  summary: 'Ask what only the customer can answer; the clock waits for it (PRC-21)',
  body: z.strictObject({ question: words }),
  words: ['question'],
  example: { question: 'Which depot did the driver name?' },
});
