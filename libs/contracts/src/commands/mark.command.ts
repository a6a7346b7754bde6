import { MARKS } from '@redress/policy';
import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const mark = command({
  name: 'mark',
  path: 'marks',
  summary: 'Mark what has come to light: media, a public post, law, danger, core interest, misconduct (INT-21, PRC-26)',
  body: z.strictObject({
    mark: z.enum(MARKS),
    holds: z.boolean().default(true),
    matterId: z.uuid().optional().describe('of misconduct: the one matter that it concerns, else all of them'),
    reason: words,
  }),
  words: ['reason'],
  example: { mark: 'media', reason: 'A reporter has phoned the branch.' },
});
