import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const transferOut = command({
  name: 'transferOut',
  path: 'transfers',
  summary: 'Hand the matter to another authority with its file; the customer is told (PRC-13)',
  body: z.strictObject({ authority: code, reasons: words }),
  words: ['reasons'],
  example: { authority: 'insurance-ombudsman', reasons: 'The contract is with another insurer.' },
});
