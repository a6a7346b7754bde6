import { CONTACT_CHANNELS } from '@redress/policy';
import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const putOffer = command({
  name: 'putOffer',
  path: 'offers',
  summary: 'Put a solution to the customer before it is carried out (PRC-6a)',
  body: z.strictObject({
    channel: z.enum(CONTACT_CHANNELS),
    goodwill: z.boolean().default(false),
    note: words.optional(),
  }),
  words: ['note'],
  example: { channel: 'phone' },
});
