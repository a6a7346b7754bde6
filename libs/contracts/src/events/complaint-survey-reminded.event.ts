import { complaintEvent } from './complaint-event.ts';

/** The customer is reminded of the survey (PRC-9). */
export const complaintSurveyReminded = complaintEvent('survey-reminded', {}, {});
