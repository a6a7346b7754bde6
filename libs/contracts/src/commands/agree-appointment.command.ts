import { z } from 'zod';
import { instant, words } from '../fields.ts';
import { command } from './command.ts';

export const agreeAppointment = command({
  name: 'agreeAppointment',
  path: 'appointments',
  summary: 'Agree or change an appointment for a task; the customer is told (PRC-7)',
  body: z.strictObject({ task: z.string().regex(/^\d{1,4}$/), at: instant, place: words.optional() }),
  words: ['place'],
  example: { task: '1', at: '2026-11-25T09:00:00.000Z' },
});
