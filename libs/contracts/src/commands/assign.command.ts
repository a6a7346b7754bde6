import { z } from 'zod';
import { command } from './command.ts';

export const assign = command({
  name: 'assign',
  path: 'assignments',
  summary: 'Name owner, backup, tracker, leader or helper (PRC-2, PRC-27)',
  body: z.strictObject({ place: z.enum(['owner', 'backup', 'tracker', 'leader', 'helper']), personId: z.uuid() }),
  words: [],
  example: { place: 'backup', personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
});
