import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const answerOffer = command({
  name: 'answerOffer',
  path: 'offer-answers',
  summary: 'The customer accepts or refuses the offer as a whole (PRC-6a)',
  body: z.strictObject({ accepted: z.boolean(), note: words.optional() }),
  words: ['note'],
  example: { accepted: true },
});
