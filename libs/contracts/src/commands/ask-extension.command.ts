import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const askExtension = command({
  name: 'askExtension',
  path: 'extensions',
  summary: 'Ask for more time before the clock runs out, as the policy allows it; somebody above decides',
  body: z.strictObject({ reason: words }),
  words: ['reason'],
  example: { reason: 'The expert needs three more weeks.' },
});
