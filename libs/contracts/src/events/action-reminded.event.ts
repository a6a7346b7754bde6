import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** Something comes due (IMP-10): the work, the judgement of its effect, or a new plan. */
export const actionReminded = actionEvent(
  'reminded',
  { dueAt: z.iso.datetime() },
  { code: 'action-reminded', to: ['owner'], dueAt: '2026-12-23T08:00:00.000Z' },
);
