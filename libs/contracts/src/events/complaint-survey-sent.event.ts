import { complaintEvent } from './complaint-event.ts';

/** The customer is asked about result and process (PRC-9). */
export const complaintSurveySent = complaintEvent('survey-sent', {}, {});
