import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** The owner has told how it goes. */
export const actionProgressed = actionEvent(
  'progressed',
  { percent: z.int().min(0).max(100).nullable() },
  { code: 'action-progressed', to: [], percent: 40 },
);
