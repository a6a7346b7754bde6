import { z } from 'zod';
import { code, words } from '../fields.ts';
import { command } from './command.ts';

export const putToMediator = command({
  name: 'putToMediator',
  path: 'mediations',
  summary: 'Put the compensation to a mediator whom both sides trust (PRC-5)',
  body: z.strictObject({ authority: code, words }),
  words: ['words'],
  example: { authority: 'mediation-centre', words: 'The mediation centre will hear both of us on 3 December.' },
});
