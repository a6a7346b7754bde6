import { CONTACT_CHANNELS } from '@redress/policy';
import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const settleByReply = command({
  name: 'settleByReply',
  path: 'replies',
  summary: 'Settle it by a general reply, where the policy lets the owner (PRC, Stages)',
  body: z.strictObject({ channel: z.enum(CONTACT_CHANNELS), reply: words }),
  words: ['reply'],
  example: { channel: 'e-mail', reply: 'The shop opens at nine on Sundays; we are sorry for the wrong sign.' },
});
