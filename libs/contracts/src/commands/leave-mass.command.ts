import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const leaveMass = command({
  name: 'leaveMass',
  path: 'mass-leavings',
  summary: 'Take the complaint out of the mass complaint: it does not belong; both histories stay (INT-4)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'Another model, bought a year ago.' },
});
