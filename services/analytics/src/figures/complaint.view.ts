import { z } from 'zod';

const instant = z.iso.datetime();

/** A complaint behind a figure: codes, ids and instants, nothing personal. */
export const complaintLine = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    stage: z.string(),
    round: z.int(),
    level: z.string(),
    class: z.string(),
    serious: z.boolean(),
    departmentId: z.string(),
    owner: z.uuid().nullable(),
    backup: z.uuid().nullable(),
    channel: z.string().nullable(),
    categories: z.array(z.string()),
    receivedAt: instant,
    registeredAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    closedAt: instant.nullable().describe('of the current round'),
    closing: z.string().nullable(),
    endedAt: instant.nullable(),
    escalated: z.int(),
    warned: z.int(),
    returned: z.int(),
    reopened: z.int(),
  })
  .meta({ id: 'FigureComplaintLine' });

/** A page of complaints, newest first; `next` goes into `after` of the next request. */
export const complaintsPage = z
  .strictObject({ items: z.array(complaintLine), next: z.string().nullable() })
  .meta({ id: 'FigureComplaintsPage' });

const rung = z.strictObject({ dutyId: z.string(), rung: z.string(), firedFor: instant });

const duty = z.strictObject({
  dutyId: z.string(),
  kind: z.string(),
  dueAt: instant,
  verdict: z.enum(['in-time', 'late', 'dropped', 'open']),
  holder: z.uuid().nullable(),
  departmentId: z.string(),
  endedAt: instant.nullable(),
});

const round = z.strictObject({
  round: z.int(),
  toldAt: instant.nullable(),
  ownerWhenTold: z.uuid().nullable(),
  departmentWhenTold: z.string().nullable(),
  closedAt: instant.nullable(),
  closing: z.string().nullable(),
});

/** One complaint as the figures know it, for reconciliation with the register. */
export const complaintView = z
  .strictObject({
    ...complaintLine.shape,
    drill: z.boolean().describe('counts in no figure'),
    lastSequence: z.int(),
    messages: z.int().describe('to the customer'),
    gaps: z.int().describe('facts that were skipped, ever'),
    filled: z.int().describe('skipped facts that came after all; gaps − filled are missing now'),
    rungs: z.array(rung).describe('escalated to, in the order they fired'),
    warnings: z.array(rung),
    duties: z.array(duty),
    rounds: z.array(round),
  })
  .meta({ id: 'FigureComplaint' });

export type ComplaintLine = z.output<typeof complaintLine>;
export type ComplaintsPage = z.output<typeof complaintsPage>;
export type ComplaintView = z.output<typeof complaintView>;
