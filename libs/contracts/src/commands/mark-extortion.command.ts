import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const markExtortion = command({
  name: 'markExtortion',
  path: 'extortion',
  summary:
    'Mark the demands as extortion, or as unreasonable where the policy goes so far: our position is stated, the case goes to arbitration (INT-17, PRC-33)',
  body: z.strictObject({
    authority: code,
    position: words,
    demand: z.enum(['extortion', 'unreasonable-demands']).default('extortion'),
  }),
  words: ['position'],
  example: {
    authority: 'consumer-association',
    position: 'The demand is beyond what is owed; we propose arbitration.',
  },
});
