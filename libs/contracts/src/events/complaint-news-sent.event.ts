import { complaintEvent } from './complaint-event.ts';

/** The customer hears that it goes on, though there is nothing new (PRC-8). */
export const complaintNewsSent = complaintEvent('news-sent', {}, {});
