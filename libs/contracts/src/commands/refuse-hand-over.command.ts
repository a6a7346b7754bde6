import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const refuseHandOver = command({
  name: 'refuseHandOver',
  path: 'hand-over-refusals',
  summary: 'Refuse a complaint that another department has handed over, once, with reasons (PRC-2)',
  body: z.strictObject({ reasons: words }),
  words: ['reasons'],
  example: { reasons: 'The depot belongs to sales.' },
});
