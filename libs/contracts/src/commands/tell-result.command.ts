import { CONTACT_CHANNELS } from '@redress/policy';
import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const tellResult = command({
  name: 'tellResult',
  path: 'result',
  summary: 'Log that the customer was told the result, its reasons and the improvement (PRC-8)',
  body: z.strictObject({ channel: z.enum(CONTACT_CHANNELS), answer: words }),
  words: ['answer'],
  example: { channel: 'phone', answer: 'We were wrong. A new parcel leaves today; the postage is paid back.' },
});
