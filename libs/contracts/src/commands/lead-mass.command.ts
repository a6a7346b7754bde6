import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const leadMass = command({
  name: 'leadMass',
  path: 'mass',
  summary: 'Handle these complaints as one mass complaint that this one leads; or add more to it (INT-4)',
  body: z.strictObject({ members: z.array(z.uuid()).min(1).max(500), reasons: words }),
  words: ['reasons'],
  example: { members: ['0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f'], reasons: 'All bought the same charger last week.' },
});
