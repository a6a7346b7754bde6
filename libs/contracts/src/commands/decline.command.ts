import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const decline = command({
  name: 'decline',
  path: 'decline',
  summary: 'Decline a complaint that you were given, with the reason: the backup takes over (PRC-2)',
  body: z.strictObject({ cause: z.enum(['concerned', 'not-able', 'overloaded', 'other']), reasons: words }),
  words: ['reasons'],
  example: { cause: 'concerned', reasons: 'The customer is my neighbour.' },
});
