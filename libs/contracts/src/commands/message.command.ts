import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const message = command({
  name: 'message',
  path: 'messages',
  summary: 'The customer writes to us about this complaint (INT-3)',
  body: z.strictObject({ text: words }),
  words: ['text'],
  example: { text: 'Any news of my parcel?' },
});
