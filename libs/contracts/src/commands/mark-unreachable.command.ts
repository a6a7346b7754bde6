import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const markUnreachable = command({
  name: 'markUnreachable',
  path: 'unreachable',
  summary: 'After the attempts that the policy asks for the result goes by letter and counts as told (PRC-8)',
  body: z.strictObject({ answer: words }),
  words: ['answer'],
  example: { answer: 'We were wrong; a new parcel is on its way.' },
});
