import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The compensation was put to a mediator (PRC-5). */
export const complaintPutToMediator = complaintEvent(
  'put-to-mediator',
  { authority: z.string() },
  { authority: 'mediation-centre' },
);
