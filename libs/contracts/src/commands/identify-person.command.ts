import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const identifyPerson = command({
  name: 'identifyPerson',
  path: 'identifications',
  summary: 'Record who was complained of, or that nobody could be identified (PRC-4)',
  body: z.strictObject({ personId: z.uuid().nullable(), course: words }),
  words: ['course'],
  example: { personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11', course: 'The till roll names the cashier.' },
});
