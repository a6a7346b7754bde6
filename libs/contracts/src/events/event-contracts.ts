import type { EventContract } from './complaint-event.ts';
import { actionChanged } from './action-changed.event.ts';
import { actionDone } from './action-done.event.ts';
import { actionEvaluated } from './action-evaluated.event.ts';
import { actionOverdue } from './action-overdue.event.ts';
import { actionPlanned } from './action-planned.event.ts';
import { actionProgressed } from './action-progressed.event.ts';
import { actionReminded } from './action-reminded.event.ts';
import { complaintAccepted } from './complaint-accepted.event.ts';
import { complaintAcknowledged } from './complaint-acknowledged.event.ts';
import { complaintActionPlanned } from './complaint-action-planned.event.ts';
import { complaintAnalysed } from './complaint-analysed.event.ts';
import { complaintAssigned } from './complaint-assigned.event.ts';
import { complaintClosed } from './complaint-closed.event.ts';
import { complaintContacted } from './complaint-contacted.event.ts';
import { complaintDecided } from './complaint-decided.event.ts';
import { complaintDutyClosed } from './complaint-duty-closed.event.ts';
import { complaintDutyOpened } from './complaint-duty-opened.event.ts';
import { complaintEnded } from './complaint-ended.event.ts';
import { complaintEscalated } from './complaint-escalated.event.ts';
import { complaintFound } from './complaint-found.event.ts';
import { complaintHandedOver } from './complaint-handed-over.event.ts';
import { complaintMessageReceived } from './complaint-message-received.event.ts';
import { complaintProposed } from './complaint-proposed.event.ts';
import { complaintRegistered } from './complaint-registered.event.ts';
import { complaintReopened } from './complaint-reopened.event.ts';
import { complaintReturned } from './complaint-returned.event.ts';
import { complaintTold } from './complaint-told.event.ts';
import { complaintWarned } from './complaint-warned.event.ts';
import { departmentChanged } from './department-changed.event.ts';
import { departmentUnderstaffed } from './department-understaffed.event.ts';
import { personChanged } from './person-changed.event.ts';
import { personHandOverOrdered } from './person-hand-over-ordered.event.ts';
import { packActivated } from './pack-activated.event.ts';

/** Every event that the product publishes. */
export const EVENT_CONTRACTS: readonly EventContract[] = [
  complaintAccepted,
  complaintAcknowledged,
  complaintActionPlanned,
  complaintAnalysed,
  complaintAssigned,
  complaintClosed,
  complaintContacted,
  complaintDecided,
  complaintDutyClosed,
  complaintDutyOpened,
  complaintEnded,
  complaintEscalated,
  complaintFound,
  complaintHandedOver,
  complaintMessageReceived,
  complaintProposed,
  complaintRegistered,
  complaintReopened,
  complaintReturned,
  complaintTold,
  complaintWarned,
  packActivated,
  personChanged,
  departmentChanged,
  departmentUnderstaffed,
  personHandOverOrdered,
  actionPlanned,
  actionProgressed,
  actionReminded,
  actionOverdue,
  actionDone,
  actionEvaluated,
  actionChanged,
];
