import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const withdraw = command({
  name: 'withdraw',
  path: 'withdrawal',
  summary: 'The customer withdraws the complaint (PRC-13)',
  body: z.strictObject({ reason: words.optional() }),
  words: ['reason'],
  example: { reason: 'It has turned up.' },
});
