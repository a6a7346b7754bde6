import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const ruleOnNewFacts = command({
  name: 'ruleOnNewFacts',
  path: 'new-facts-rulings',
  summary: 'Decide whether what the customer names is new and reopens the complaint (PRC-10)',
  body: z.strictObject({ accepted: z.boolean(), reasons: words }),
  words: ['reasons'],
  example: { accepted: true, reasons: 'The photograph was not known.' },
});
