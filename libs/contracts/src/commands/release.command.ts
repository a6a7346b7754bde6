import { z } from 'zod';
import { command } from './command.ts';

export const release = command({
  name: 'release',
  path: 'release',
  summary: 'A complaint that was merged into this one was parted again (PRC-13)',
  body: z.strictObject({ from: z.uuid() }),
  words: [],
  example: { from: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
});
