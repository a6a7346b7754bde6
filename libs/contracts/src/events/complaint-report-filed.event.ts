import { complaintEvent } from './complaint-event.ts';

/** The report on the event was filed (PRC-28). */
export const complaintReportFiled = complaintEvent('report-filed', {}, {});
