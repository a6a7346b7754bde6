import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** The work is done; its effect is judged at the follow-up date (IMP-11). */
export const actionDone = actionEvent(
  'done',
  { inTime: z.boolean() },
  { code: 'action-done', to: ['department-head'], inTime: true },
);
