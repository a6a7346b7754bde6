import { z } from 'zod';
import { words } from '../fields.ts';
import { command } from './command.ts';

export const recordAssessment = command({
  name: 'recordAssessment',
  path: 'assessments',
  summary: 'Record the assessment of a person responsible, seen by those who may (IMP-13)',
  body: z.strictObject({ personId: z.uuid(), degree: z.enum(['none', 'minor', 'grave']), assessment: words }),
  words: ['assessment'],
  example: {
    personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    degree: 'minor',
    assessment: 'Talked through; trained again.',
  },
});
