import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const takeOver = command({
  name: 'takeOver',
  path: 'take-over',
  summary: 'Take the complaint over from its owner (PRC-25)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'I speak with the customer myself.' },
});
