import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const recordFollowUp = command({
  name: 'recordFollowUp',
  path: 'follow-ups',
  summary: 'Record whether the problem stays solved (PRC-9a)',
  body: z.strictObject({ solved: z.boolean(), note: words }),
  words: ['note'],
  example: { solved: true, note: 'The pump runs; the customer is content.' },
});
