import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const fileWriteUp = command({
  name: 'fileWriteUp',
  path: 'write-ups',
  summary: 'File the case as others are to learn from it, without personal data (PRC-27, IMP-12)',
  body: z.strictObject({ writeUp: words }),
  words: ['writeUp'],
  example: {
    writeUp: 'A heater was sold without its valve; how it came to that, and what keeps it from coming again.',
  },
});
