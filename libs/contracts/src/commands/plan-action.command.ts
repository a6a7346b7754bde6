import { z } from 'zod';
import { code, instant, words } from '../fields.ts';
import { command } from './command.ts';

export const planAction = command({
  name: 'planAction',
  path: 'actions',
  summary: 'Plan a corrective or preventive action (PRC-11, IMP-10)',
  body: z.strictObject({
    kind: z.enum(['corrective', 'preventive']),
    ownerId: z.uuid(),
    departmentId: code,
    dueAt: instant,
    followUpAt: instant,
    goal: words,
    measure: words,
  }),
  words: ['goal', 'measure'],
  example: {
    kind: 'preventive',
    ownerId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    departmentId: 'logistics',
    dueAt: '2026-12-15T09:00:00.000Z',
    followUpAt: '2027-01-15T09:00:00.000Z',
    goal: 'No parcel is lost for want of a scan.',
    measure: 'A search begins when a scan is a day late.',
  },
});
