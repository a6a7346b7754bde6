import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const answerSurvey = command({
  name: 'answerSurvey',
  path: 'survey-answers',
  summary: 'The customer says how the result and the process were (PRC-9)',
  body: z.strictObject({
    result: z.int().min(1).max(5),
    process: z.int().min(1).max(5),
    recommend: z.int().min(0).max(10).optional(),
    satisfied: z.boolean(),
    comment: words.optional(),
  }),
  words: ['comment'],
  example: { result: 4, process: 5, recommend: 8, satisfied: true },
});
