import { z } from 'zod';
import { instant, words } from '../fields.ts';
import { command } from './command.ts';

export const completeTask = command({
  name: 'completeTask',
  path: 'task-completions',
  summary: 'Record that a task is done, with the evidence (PRC-7)',
  body: z.strictObject({ task: z.string().regex(/^\d{1,4}$/), doneAt: instant.optional(), evidence: words }),
  words: ['evidence'],
  example: { task: '1', evidence: 'Signed by the customer.' },
});
