import { z } from 'zod';
import { amount, words } from '../fields.ts';
import { command } from './command.ts';

export const giveInterim = command({
  name: 'giveInterim',
  path: 'interim-compensations',
  summary: 'Give something before the end; it counts against the limit (PRC-7)',
  body: z.strictObject({ amount: amount.refine((value) => value > 0, 'is more than nothing'), reason: words }),
  words: ['reason'],
  example: { amount: 50, reason: 'A taxi home.' },
});
