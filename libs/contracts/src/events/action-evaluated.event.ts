import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** Its effect has been judged: it closes, or it is planned anew (IMP-11). */
export const actionEvaluated = actionEvent(
  'evaluated',
  {
    effective: z.boolean(),
    /** The figures that it was judged by, where they were given. */
    before: z.number().optional(),
    after: z.number().optional(),
  },
  { code: 'action-effective', to: ['owner'], effective: true, before: 9, after: 2 },
);
