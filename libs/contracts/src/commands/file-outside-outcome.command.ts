import { z } from 'zod';
import { amount, code, words } from '../fields.ts';
import { command } from './command.ts';

export const fileOutsideOutcome = command({
  name: 'fileOutsideOutcome',
  path: 'outside-outcomes',
  summary: 'File what a mediator, an arbitrator or an authority has decided (PRC-10, INT-17)',
  body: z.strictObject({
    authority: code,
    inFavourOf: z.enum(['customer', 'us', 'both', 'nobody']),
    compensation: amount.optional(),
    outcome: words,
  }),
  words: ['outcome'],
  example: { authority: 'consumer-association', inFavourOf: 'both', outcome: 'Half of the price is paid back.' },
});
