import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A mediator, arbitrator or authority has decided (PRC-10, INT-17). */
export const complaintOutcomeFiled = complaintEvent(
  'outcome-filed',
  { authority: z.string(), inFavourOf: z.string(), compensation: z.number().nullable() },
  { authority: 'consumer-association', inFavourOf: 'both', compensation: null },
);
