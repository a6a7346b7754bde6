import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const ruleOnHandOver = command({
  name: 'ruleOnHandOver',
  path: 'hand-over-rulings',
  summary: 'Decide, bindingly, which department has it (PRC-2)',
  body: z.strictObject({ departmentId: code, reasons: words }),
  words: ['reasons'],
  example: { departmentId: 'logistics', reasons: 'The depot is theirs.' },
});
