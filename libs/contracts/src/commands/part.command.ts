import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const part = command({
  name: 'part',
  path: 'partings',
  summary: 'Part it again from the complaint it was merged into (PRC-13)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'Another parcel after all.' },
});
