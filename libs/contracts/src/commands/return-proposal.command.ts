import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const returnProposal = command({
  name: 'returnProposal',
  path: 'return',
  summary: 'Return investigation, record or judgement to its author, with reasons (PRC-6)',
  body: z.strictObject({ to: z.enum(['investigating', 'deciding']), reasons: words }),
  words: ['reasons'],
  example: { to: 'investigating', reasons: 'The depot was not asked.' },
});
