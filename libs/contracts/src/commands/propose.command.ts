import { z } from 'zod';
import { amount, words } from '../fields.ts';
import { command } from './command.ts';

/** One solution; the first is put to the customer first. */
const option = z.strictObject({ compensation: amount, remedy: words, costsCustomer: z.boolean().default(false) });

export const propose = command({
  name: 'propose',
  path: 'proposals',
  summary: 'Propose what the customer is answered and given, for every matter at once (PRC-5)',
  body: z.strictObject({
    options: z.array(option).min(1).max(10),
    goodwill: amount.default(0),
    floor: amount.optional(),
    aim: amount.optional(),
  }),
  words: ['remedy'],
  example: {
    options: [{ compensation: 120, remedy: 'A new parcel today, the postage back, and an apology.' }],
    goodwill: 30,
  },
});
