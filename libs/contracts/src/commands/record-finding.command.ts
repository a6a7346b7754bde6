import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const recordFinding = command({
  name: 'recordFinding',
  path: 'findings',
  summary: 'Record what was found about one matter (PRC-4)',
  body: z.strictObject({
    matterId: z.uuid(),
    isTrue: z.enum(['yes', 'no', 'cannot-be-verified']),
    upheld: z.boolean(),
    responsibility: z.enum(['ours', 'customer', 'third-party', 'shared', 'not-established', 'none']),
    reasons: words,
  }),
  words: ['reasons'],
  example: {
    matterId: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f',
    isTrue: 'yes',
    upheld: true,
    responsibility: 'ours',
    reasons: 'The parcel was booked out on the 3rd and never scanned again.',
  },
});
