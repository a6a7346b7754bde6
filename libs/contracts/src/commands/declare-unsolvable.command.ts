import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const declareUnsolvable = command({
  name: 'declareUnsolvable',
  path: 'unsolvable',
  summary: 'The department cannot solve it: level 1 and 2 go up at once (PRC-26)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'The maker alone can repair it.' },
});
