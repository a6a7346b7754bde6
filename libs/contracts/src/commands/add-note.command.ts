import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const addNote = command({
  name: 'addNote',
  path: 'notes',
  summary: 'Write an internal note; the customer never sees it (INT-7)',
  body: z.strictObject({ note: words, mentions: z.array(z.uuid()).max(20).default([]) }),
  words: ['note'],
  example: { note: 'The depot manager is back on Monday.' },
});
