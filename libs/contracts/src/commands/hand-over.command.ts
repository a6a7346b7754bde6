import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const handOver = command({
  name: 'handOver',
  path: 'hand-overs',
  summary: 'Hand the complaint over to another department, with the facts written down (PRC-2)',
  body: z.strictObject({ departmentId: code, facts: words }),
  words: ['facts'],
  example: { departmentId: 'logistics', facts: 'The parcel left our store on the 3rd; the depot has no scan.' },
});
