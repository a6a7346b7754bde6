import { z } from 'zod';
import { command } from './command.ts';

export const ownerAway = command({
  name: 'ownerAway',
  path: 'owner-away',
  summary: 'Whoever held it is away or has left: it moves to the backup, or to who was named (WRK-3)',
  body: z.strictObject({ personId: z.uuid(), to: z.uuid().optional() }),
  words: [],
  example: { personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
});
