import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const takeOfferBack = command({
  name: 'takeOfferBack',
  path: 'offer-withdrawals',
  summary: 'Take back the offer that lies with the customer (PRC-13)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'The part is no longer made.' },
});
