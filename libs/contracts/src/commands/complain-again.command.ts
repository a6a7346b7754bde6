import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const complainAgain = command({
  name: 'complainAgain',
  path: 'repeats',
  summary: 'The customer complains of the same matter again: the class rises to 2 at least (INT-3, INT-20)',
  body: z.strictObject({ text: words }),
  words: ['text'],
  example: { text: 'It is still not here, and nobody has phoned.' },
});
