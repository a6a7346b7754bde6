import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** Its effect has been judged: it closes, or it is planned anew (IMP-11). */
export const actionEvaluated = actionEvent(
  'evaluated',
  { effective: z.boolean() },
  { code: 'action-effective', to: ['owner'], effective: true },
);
