import { z } from 'zod';
import { code, instant, words } from '../fields.ts';
import { command } from './command.ts';

export const setTask = command({
  name: 'setTask',
  path: 'tasks',
  summary: 'Set a task: a visit, a repair, a payment, with its due time (PRC-7)',
  body: z.strictObject({ kind: code, departmentId: code.optional(), dueAt: instant.optional(), task: words }),
  words: ['task'],
  example: { kind: 'on-site', departmentId: 'after-sales', task: 'Replace the pump.' },
});
