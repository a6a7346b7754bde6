import { complaintEvent } from './complaint-event.ts';

/** The survey is over without an answer (PRC-9). */
export const complaintSurveyClosed = complaintEvent('survey-closed', {}, {});
