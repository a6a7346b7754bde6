import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const moveToPack = command({
  name: 'moveToPack',
  path: 'pack-moves',
  summary: 'Move the complaint to another version of the policy, by name and with a reason (PRC-32)',
  body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), reason: words }),
  words: ['reason'],
  example: { hash: 'f'.repeat(64), reason: 'The regulator asks for the new clocks.' },
});
