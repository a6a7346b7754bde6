import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const concludeMisconduct = command({
  name: 'concludeMisconduct',
  path: 'misconduct-conclusions',
  summary: 'Conclude the restricted record of fraud or misconduct (INT-15)',
  body: z.strictObject({ outcome: z.enum(['confirmed', 'not-confirmed']), conclusion: words }),
  words: ['conclusion'],
  example: { outcome: 'confirmed', conclusion: 'The form was forged; the matter went to the police.' },
});
