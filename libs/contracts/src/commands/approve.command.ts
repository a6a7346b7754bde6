import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const approve = command({
  name: 'approve',
  path: 'approve',
  summary: 'Approve the proposal; never the own one (PRC-6)',
  body: z.strictObject({ note: words.optional() }),
  words: ['note'],
  example: {},
});
