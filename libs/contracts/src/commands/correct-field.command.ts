import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const correctField = command({
  name: 'correctField',
  path: 'corrections',
  summary: 'Correct a field of the record; what stood there is kept (INT-12)',
  body: z.strictObject({ field: code, matterId: z.uuid().optional(), value: words, reason: words }),
  words: ['value', 'reason'],
  example: { field: 'mobile', value: '+44 7700 900999', reason: 'Misheard on the phone.' },
});
