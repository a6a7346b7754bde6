import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const merge = command({
  name: 'merge',
  path: 'merges',
  summary: 'Merge this complaint into another one about the same matter (PRC-13)',
  body: z.strictObject({ into: z.uuid(), reasons: words }),
  words: ['reasons'],
  example: { into: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f', reasons: 'Filed by phone and by mail.' },
});
