import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const fileReport = command({
  name: 'fileReport',
  path: 'reports',
  summary: 'File the report on a reportable event (PRC-28)',
  body: z.strictObject({ report: words }),
  words: ['report'],
  example: { report: 'Course, handling and what we change.' },
});
