import { z } from 'zod';
import { actionEvent } from './action-event.ts';

/** It has another date or another owner, or a new plan after it was not effective. */
export const actionChanged = actionEvent(
  'changed',
  { fields: z.string() },
  { code: 'action-changed', to: ['owner'], fields: 'dueAt,ownerId' },
);
