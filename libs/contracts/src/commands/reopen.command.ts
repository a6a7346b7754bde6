import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const reopen = command({
  name: 'reopen',
  path: 'reopenings',
  summary: 'The customer is not satisfied: again, under higher authority (PRC-10, PRC-12)',
  body: z.strictObject({ reason: words, newFacts: z.boolean().default(false) }),
  words: ['reason'],
  example: { reason: 'The new parcel is broken.' },
});
