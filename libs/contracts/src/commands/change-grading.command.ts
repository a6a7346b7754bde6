import { COMPLAINT_KINDS } from '@redress/policy';
import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const changeGrading = command({
  name: 'changeGrading',
  path: 'grading',
  summary: 'Change level, class, grade, seriousness or kind, with a reason; the clocks are reckoned anew (PRC-22)',
  body: z.strictObject({
    level: code.optional(),
    class: code.optional(),
    grade: z.int().min(0).max(3).optional(),
    serious: z.boolean().optional(),
    kind: z.enum(COMPLAINT_KINDS).optional(),
    reason: words,
  }),
  words: ['reason'],
  example: { level: '1', reason: 'Two more customers have phoned.' },
});
