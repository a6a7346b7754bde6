import type { EventContract } from './complaint-event.ts';
import { actionChanged } from './action-changed.event.ts';
import { actionDone } from './action-done.event.ts';
import { actionEvaluated } from './action-evaluated.event.ts';
import { actionOverdue } from './action-overdue.event.ts';
import { actionPlanned } from './action-planned.event.ts';
import { actionProgressed } from './action-progressed.event.ts';
import { actionReminded } from './action-reminded.event.ts';
import { complaintAbsorbed } from './complaint-absorbed.event.ts';
import { complaintAccepted } from './complaint-accepted.event.ts';
import { complaintAcknowledged } from './complaint-acknowledged.event.ts';
import { complaintActionPlanned } from './complaint-action-planned.event.ts';
import { complaintAnalysed } from './complaint-analysed.event.ts';
import { complaintAppointed } from './complaint-appointed.event.ts';
import { complaintAsked } from './complaint-asked.event.ts';
import { complaintAssessed } from './complaint-assessed.event.ts';
import { complaintAssigned } from './complaint-assigned.event.ts';
import { complaintClosed } from './complaint-closed.event.ts';
import { complaintComplainedAgain } from './complaint-complained-again.event.ts';
import { complaintConfirmed } from './complaint-confirmed.event.ts';
import { complaintContacted } from './complaint-contacted.event.ts';
import { complaintCorrected } from './complaint-corrected.event.ts';
import { complaintDateGiven } from './complaint-date-given.event.ts';
import { complaintDecided } from './complaint-decided.event.ts';
import { complaintDeclined } from './complaint-declined.event.ts';
import { complaintDutyChanged } from './complaint-duty-changed.event.ts';
import { complaintDutyClosed } from './complaint-duty-closed.event.ts';
import { complaintDutyOpened } from './complaint-duty-opened.event.ts';
import { complaintEnded } from './complaint-ended.event.ts';
import { complaintEscalated } from './complaint-escalated.event.ts';
import { complaintEventEnded } from './complaint-event-ended.event.ts';
import { complaintExtensionAsked } from './complaint-extension-asked.event.ts';
import { complaintExtensionRuled } from './complaint-extension-ruled.event.ts';
import { complaintStatutoryPassed } from './complaint-statutory-passed.event.ts';
import { complaintFollowedUp } from './complaint-followed-up.event.ts';
import { complaintFound } from './complaint-found.event.ts';
import { complaintHandedOver } from './complaint-handed-over.event.ts';
import { complaintInterimGiven } from './complaint-interim-given.event.ts';
import { complaintMarked } from './complaint-marked.event.ts';
import { complaintMerged } from './complaint-merged.event.ts';
import { complaintMessageReceived } from './complaint-message-received.event.ts';
import { complaintMovedToPack } from './complaint-moved-to-pack.event.ts';
import { complaintNamed } from './complaint-named.event.ts';
import { complaintNewFactsClaimed } from './complaint-new-facts-claimed.event.ts';
import { complaintNewFactsRuled } from './complaint-new-facts-ruled.event.ts';
import { complaintNewsSent } from './complaint-news-sent.event.ts';
import { complaintNoted } from './complaint-noted.event.ts';
import { complaintOfferAnswered } from './complaint-offer-answered.event.ts';
import { complaintOfferLapsed } from './complaint-offer-lapsed.event.ts';
import { complaintOfferTakenBack } from './complaint-offer-taken-back.event.ts';
import { complaintOffered } from './complaint-offered.event.ts';
import { complaintOutcomeFiled } from './complaint-outcome-filed.event.ts';
import { complaintParted } from './complaint-parted.event.ts';
import { complaintPaused } from './complaint-paused.event.ts';
import { complaintPersonIdentified } from './complaint-person-identified.event.ts';
import { complaintProgressReported } from './complaint-progress-reported.event.ts';
import { complaintProposed } from './complaint-proposed.event.ts';
import { complaintRecordCompleted } from './complaint-record-completed.event.ts';
import { complaintRegistered } from './complaint-registered.event.ts';
import { complaintRegraded } from './complaint-regraded.event.ts';
import { complaintReleased } from './complaint-released.event.ts';
import { complaintReopened } from './complaint-reopened.event.ts';
import { complaintReportFiled } from './complaint-report-filed.event.ts';
import { complaintRequestAnswered } from './complaint-request-answered.event.ts';
import { complaintRequested } from './complaint-requested.event.ts';
import { complaintResolved } from './complaint-resolved.event.ts';
import { complaintResumed } from './complaint-resumed.event.ts';
import { complaintReturned } from './complaint-returned.event.ts';
import { complaintRuled } from './complaint-ruled.event.ts';
import { complaintSentBack } from './complaint-sent-back.event.ts';
import { complaintSentOn } from './complaint-sent-on.event.ts';
import { complaintSettled } from './complaint-settled.event.ts';
import { complaintSurveyClosed } from './complaint-survey-closed.event.ts';
import { complaintSurveyReminded } from './complaint-survey-reminded.event.ts';
import { complaintSurveySent } from './complaint-survey-sent.event.ts';
import { complaintSurveyed } from './complaint-surveyed.event.ts';
import { complaintTaskDone } from './complaint-task-done.event.ts';
import { complaintTaskSet } from './complaint-task-set.event.ts';
import { complaintTold } from './complaint-told.event.ts';
import { complaintTransferred } from './complaint-transferred.event.ts';
import { complaintUnsolvable } from './complaint-unsolvable.event.ts';
import { complaintWarned } from './complaint-warned.event.ts';
import { complaintWithdrawn } from './complaint-withdrawn.event.ts';
import { departmentChanged } from './department-changed.event.ts';
import { complaintMassLed } from './complaint-mass-led.event.ts';
import { complaintMassJoined } from './complaint-mass-joined.event.ts';
import { complaintMassDecided } from './complaint-mass-decided.event.ts';
import { complaintMassLeft } from './complaint-mass-left.event.ts';
import { complaintMisconductOwned } from './complaint-misconduct-owned.event.ts';
import { complaintMisconductNoted } from './complaint-misconduct-noted.event.ts';
import { complaintMisconductConcluded } from './complaint-misconduct-concluded.event.ts';
import { complaintPutToMediator } from './complaint-put-to-mediator.event.ts';
import { complaintPersonDescribed } from './complaint-person-described.event.ts';
import { complaintWrittenUp } from './complaint-written-up.event.ts';
import { departmentUnderstaffed } from './department-understaffed.event.ts';
import { personChanged } from './person-changed.event.ts';
import { personHandOverOrdered } from './person-hand-over-ordered.event.ts';
import { packActivated } from './pack-activated.event.ts';

/** Every event that the product publishes. */
export const EVENT_CONTRACTS: readonly EventContract[] = [
  complaintAbsorbed,
  complaintAccepted,
  complaintAcknowledged,
  complaintActionPlanned,
  complaintAnalysed,
  complaintAppointed,
  complaintAsked,
  complaintAssessed,
  complaintAssigned,
  complaintClosed,
  complaintComplainedAgain,
  complaintConfirmed,
  complaintContacted,
  complaintCorrected,
  complaintDateGiven,
  complaintDecided,
  complaintDeclined,
  complaintDutyChanged,
  complaintDutyClosed,
  complaintDutyOpened,
  complaintEnded,
  complaintEscalated,
  complaintEventEnded,
  complaintExtensionAsked,
  complaintExtensionRuled,
  complaintFollowedUp,
  complaintFound,
  complaintHandedOver,
  complaintInterimGiven,
  complaintMarked,
  complaintMerged,
  complaintMessageReceived,
  complaintMovedToPack,
  complaintNamed,
  complaintNewFactsClaimed,
  complaintNewFactsRuled,
  complaintNewsSent,
  complaintNoted,
  complaintOfferAnswered,
  complaintOfferLapsed,
  complaintOfferTakenBack,
  complaintOffered,
  complaintOutcomeFiled,
  complaintParted,
  complaintPaused,
  complaintPersonIdentified,
  complaintProgressReported,
  complaintProposed,
  complaintRecordCompleted,
  complaintRegistered,
  complaintRegraded,
  complaintReleased,
  complaintReopened,
  complaintReportFiled,
  complaintRequestAnswered,
  complaintRequested,
  complaintResolved,
  complaintResumed,
  complaintReturned,
  complaintRuled,
  complaintSentBack,
  complaintSentOn,
  complaintSettled,
  complaintSurveyClosed,
  complaintSurveyReminded,
  complaintSurveySent,
  complaintSurveyed,
  complaintStatutoryPassed,
  complaintTaskDone,
  complaintTaskSet,
  complaintTold,
  complaintTransferred,
  complaintUnsolvable,
  complaintWarned,
  complaintWithdrawn,
  complaintMassLed,
  complaintMassJoined,
  complaintMassDecided,
  complaintMassLeft,
  complaintPutToMediator,
  complaintPersonDescribed,
  complaintMisconductOwned,
  complaintMisconductNoted,
  complaintMisconductConcluded,
  complaintWrittenUp,
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
