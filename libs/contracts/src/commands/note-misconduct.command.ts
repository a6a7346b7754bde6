import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const noteMisconduct = command({
  name: 'noteMisconduct',
  path: 'misconduct-notes',
  summary: 'Write into the restricted record of fraud or misconduct (INT-15)',
  body: z.strictObject({ note: words }),
  words: ['note'],
  example: { note: 'The signature on the form was compared; it is not the one of the customer.' },
});
