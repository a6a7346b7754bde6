import { CONTACT_CHANNELS } from '@redress/policy';
import { z } from 'zod';
import { instant, words } from '../fields.ts';
import { command } from './command.ts';

export const logContact = command({
  name: 'logContact',
  path: 'contacts',
  summary: 'Log a contact with the customer, or an attempt (PRC-1, PRC-8)',
  body: z.strictObject({
    channel: z.enum(CONTACT_CHANNELS),
    outcome: z.enum(['reached', 'not-reached']),
    doneAt: instant.optional(),
    note: words.optional(),
  }),
  words: ['note'],
  example: { channel: 'phone', outcome: 'reached', note: 'Regret said; Ada looks into it; next call tomorrow.' },
});
