import { z } from 'zod';
import { code, instant, words } from '../fields.ts';
import { command } from './command.ts';

export const requestFrom = command({
  name: 'requestFrom',
  path: 'requests',
  summary: 'Ask another department; it has a due time of its own (PRC-3)',
  body: z.strictObject({ departmentId: code, dueAt: instant.optional(), request: words }),
  words: ['request'],
  example: { departmentId: 'logistics', request: 'When was the parcel last scanned?' },
});
