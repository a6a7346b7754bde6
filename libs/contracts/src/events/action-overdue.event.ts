import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** A date has passed; later again, to who stands higher. */
export const actionOverdue = actionEvent(
  'overdue',
  { dueAt: z.iso.datetime() },
  { code: 'action-overdue', to: ['owner', 'department-head'], dueAt: '2026-12-23T08:00:00.000Z' },
);
