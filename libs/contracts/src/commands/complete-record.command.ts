import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const completeRecord = command({
  name: 'completeRecord',
  path: 'record',
  summary: 'The fields that were missing at the door are filled or explained (INT-10)',
  body: z.strictObject({ note: words }),
  words: ['note'],
  example: { note: 'The customer gives no address.' },
});
