import type { CommandName } from '@redress/policy';
import type { z } from 'zod';
import { absorb } from './absorb.command.ts';
import { accept } from './accept.command.ts';
import { addNote } from './add-note.command.ts';
import { agreeAppointment } from './agree-appointment.command.ts';
import { answerOffer } from './answer-offer.command.ts';
import { answerRequest } from './answer-request.command.ts';
import { answerSurvey } from './answer-survey.command.ts';
import { approve } from './approve.command.ts';
import { askCustomer } from './ask-customer.command.ts';
import { askExtension } from './ask-extension.command.ts';
import { ruleOnExtension } from './rule-on-extension.command.ts';
import { assign } from './assign.command.ts';
import { calendarPublished } from './calendar-published.command.ts';
import { changeGrading } from './change-grading.command.ts';
import { close } from './close.command.ts';
import { complainAgain } from './complain-again.command.ts';
import { completeRecord } from './complete-record.command.ts';
import { completeTask } from './complete-task.command.ts';
import { confirmGrading } from './confirm-grading.command.ts';
import { correctField } from './correct-field.command.ts';
import { declareUnsolvable } from './declare-unsolvable.command.ts';
import { decline } from './decline.command.ts';
import { describePerson } from './describe-person.command.ts';
import { endEvent } from './end-event.command.ts';
import { fileOutsideOutcome } from './file-outside-outcome.command.ts';
import { fileReport } from './file-report.command.ts';
import { fileWriteUp } from './file-write-up.command.ts';
import { giveDate } from './give-date.command.ts';
import { giveInterim } from './give-interim.command.ts';
import { handOver } from './hand-over.command.ts';
import { identifyPerson } from './identify-person.command.ts';
import { joinMass } from './join-mass.command.ts';
import { leadMass } from './lead-mass.command.ts';
import { leaveMass } from './leave-mass.command.ts';
import { logContact } from './log-contact.command.ts';
import { mark } from './mark.command.ts';
import { markExtortion } from './mark-extortion.command.ts';
import { markUnreachable } from './mark-unreachable.command.ts';
import { massDecided } from './mass-decided.command.ts';
import { merge } from './merge.command.ts';
import { message } from './message.command.ts';
import { moveToPack } from './move-to-pack.command.ts';
import { ownerAway } from './owner-away.command.ts';
import { ownMisconduct } from './own-misconduct.command.ts';
import { noteMisconduct } from './note-misconduct.command.ts';
import { concludeMisconduct } from './conclude-misconduct.command.ts';
import { sentBack } from './sent-back.command.ts';
import { part } from './part.command.ts';
import { pauseClock } from './pause-clock.command.ts';
import { planAction } from './plan-action.command.ts';
import { propose } from './propose.command.ts';
import { putOffer } from './put-offer.command.ts';
import { putToMediator } from './put-to-mediator.command.ts';
import { recordAnalysis } from './record-analysis.command.ts';
import { recordAssessment } from './record-assessment.command.ts';
import { recordFinding } from './record-finding.command.ts';
import { recordFollowUp } from './record-follow-up.command.ts';
import { refuseHandOver } from './refuse-hand-over.command.ts';
import { release } from './release.command.ts';
import { reopen } from './reopen.command.ts';
import { requestFrom } from './request-from.command.ts';
import { resumeClock } from './resume-clock.command.ts';
import { returnProposal } from './return-proposal.command.ts';
import { ruleOnHandOver } from './rule-on-hand-over.command.ts';
import { ruleOnNewFacts } from './rule-on-new-facts.command.ts';
import { setTask } from './set-task.command.ts';
import { settleByReply } from './settle-by-reply.command.ts';
import { survivorEnded } from './survivor-ended.command.ts';
import { takeOfferBack } from './take-offer-back.command.ts';
import { takeOver } from './take-over.command.ts';
import { tellResult } from './tell-result.command.ts';
import { transferOut } from './transfer-out.command.ts';
import { withdraw } from './withdraw.command.ts';

/** Every command of a complaint, by name, in the order of the process. */
export const COMMAND_CONTRACTS = {
  accept,
  decline,
  assign,
  takeOver,
  handOver,
  refuseHandOver,
  ruleOnHandOver,
  ownerAway,
  logContact,
  askCustomer,
  markUnreachable,
  addNote,
  completeRecord,
  correctField,
  changeGrading,
  confirmGrading,
  mark,
  markExtortion,
  describePerson,
  identifyPerson,
  requestFrom,
  answerRequest,
  recordFinding,
  declareUnsolvable,
  propose,
  approve,
  returnProposal,
  giveDate,
  settleByReply,
  askExtension,
  ruleOnExtension,
  pauseClock,
  resumeClock,
  putToMediator,
  ownMisconduct,
  noteMisconduct,
  concludeMisconduct,
  sentBack,
  putOffer,
  takeOfferBack,
  answerOffer,
  giveInterim,
  setTask,
  completeTask,
  agreeAppointment,
  fileOutsideOutcome,
  tellResult,
  answerSurvey,
  recordFollowUp,
  recordAnalysis,
  planAction,
  recordAssessment,
  endEvent,
  fileWriteUp,
  fileReport,
  close,
  message,
  withdraw,
  reopen,
  complainAgain,
  ruleOnNewFacts,
  merge,
  absorb,
  part,
  release,
  survivorEnded,
  leadMass,
  joinMass,
  massDecided,
  leaveMass,
  transferOut,
  moveToPack,
  calendarPublished,
} as const satisfies Record<CommandName, { name: CommandName }>;

/** The body of a command as it was sent, parsed. In a delivered command each text of it is the id of the stored text. */
export type CommandBody<Name extends CommandName> = z.output<(typeof COMMAND_CONTRACTS)[Name]['body']>;
