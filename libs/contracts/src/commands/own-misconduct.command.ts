import { z } from 'zod';
import { command } from './command.ts';

export const ownMisconduct = command({
  name: 'ownMisconduct',
  path: 'misconduct-owners',
  summary: 'Name who owns the restricted record of fraud or misconduct (INT-15)',
  body: z.strictObject({ personId: z.uuid() }),
  words: [],
  example: { personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
});
