import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const describePerson = command({
  name: 'describePerson',
  path: 'descriptions',
  summary:
    'Note height, build and marks of an aggressive person, or the police report; seen with the grant alone (INT-11, INT-22)',
  body: z.strictObject({ description: words, policeReport: words.optional() }),
  words: ['description', 'policeReport'],
  example: { description: 'About 1.80 m, heavy, a scar on the left hand.' },
});
