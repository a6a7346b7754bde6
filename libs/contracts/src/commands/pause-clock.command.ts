import { z } from 'zod';
import { instant, words } from '../fields.ts';
import { command } from './command.ts';

export const pauseClock = command({
  name: 'pauseClock',
  path: 'pauses',
  summary: 'Let the solve clock stand still, with a reason, up to the limit of the policy (PRC-21)',
  body: z.strictObject({
    cause: z.enum(['customer', 'authority', 'expert', 'other']),
    reason: words,
    until: instant.optional(),
  }),
  words: ['reason'],
  example: { cause: 'customer', reason: 'The customer is abroad until Friday.' },
});
