import { z } from 'zod';
import { command } from './command.ts';

export const joinMass = command({
  name: 'joinMass',
  path: 'join-mass',
  summary: 'Follow the complaint that leads the mass complaint, under its owner (INT-4)',
  body: z.strictObject({
    from: z.uuid(),
    owner: z.uuid().nullable(),
    backup: z.uuid().nullable(),
    head: z.uuid().nullable(),
  }),
  words: [],
  example: { from: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f', owner: null, backup: null, head: null },
});
