import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const ruleOnExtension = command({
  name: 'ruleOnExtension',
  path: 'extension-rulings',
  summary: 'Grant or refuse the time that was asked for; where it is granted, the customer is told the reason',
  body: z.strictObject({ granted: z.boolean(), reason: words }),
  words: ['reason'],
  example: { granted: true, reason: 'The damage has to be examined by an expert.' },
});
