import { z } from 'zod';
import { amount } from '../fields.ts';
import { command } from './command.ts';

const finding = z.strictObject({
  isTrue: z.enum(['yes', 'no', 'cannot-be-verified']),
  upheld: z.boolean(),
  responsibility: z.enum(['ours', 'customer', 'third-party', 'shared', 'not-established', 'none']),
});

/** The one finding and the one proposal, as the lead has them; the remedy of each option is the id of its text. */
export const massDecided = command({
  name: 'massDecided',
  path: 'mass-decided',
  summary: 'The complaint that leads has been decided: the same holds here (INT-4)',
  body: z.strictObject({
    from: z.uuid(),
    finding,
    proposal: z.strictObject({
      author: z.uuid(),
      options: z.array(z.strictObject({ compensation: amount, remedy: z.uuid(), costsCustomer: z.boolean() })),
      goodwill: amount,
      floor: amount.nullable(),
      aim: amount.nullable(),
    }),
    approvedBy: z.uuid().nullable(),
    decidedRank: z.int(),
    owner: z.uuid().nullable(),
    backup: z.uuid().nullable(),
    head: z.uuid().nullable(),
  }),
  words: [],
  example: {
    from: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f',
    finding: { isTrue: 'yes', upheld: true, responsibility: 'ours' },
    proposal: {
      author: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
      options: [{ compensation: 50, remedy: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e30', costsCustomer: false }],
      goodwill: 0,
      floor: null,
      aim: null,
    },
    approvedBy: null,
    decidedRank: 1,
    owner: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    backup: null,
    head: null,
  },
});
