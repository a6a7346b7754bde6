import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const recordAnalysis = command({
  name: 'recordAnalysis',
  path: 'analysis',
  summary: 'Record why it happened (PRC-11, IMP-10)',
  body: z.strictObject({ cause: code, analysis: words }),
  words: ['analysis'],
  example: { cause: 'process', analysis: 'Parcels that miss a scan are not searched for.' },
});
