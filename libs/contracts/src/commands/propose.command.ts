import { z } from 'zod';
import { amount, words } from '../fields.ts';
import { command } from './command.ts';

export const propose = command({
  name: 'propose',
  path: 'proposals',
  summary: 'Propose what the customer is answered and given, for every matter at once (PRC-5)',
  body: z.strictObject({
    compensation: amount,
    goodwill: amount,
    remedy: words,
  }),
  words: ['remedy'],
  example: { compensation: 120, goodwill: 0, remedy: 'A new parcel today, the postage back, and an apology.' },
});
