import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const answerRequest = command({
  name: 'answerRequest',
  path: 'answers',
  summary: 'Answer a request (PRC-3)',
  body: z.strictObject({ request: z.string().regex(/^\d{1,4}$/), answer: words }),
  words: ['answer'],
  example: { request: '1', answer: 'On the 3rd, at the northern depot.' },
});
