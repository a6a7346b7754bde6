import type { CommandName } from '@redress/policy';
import { accept, decline, ownerAway, takeOver } from './accept.step.ts';
import { assign } from './assign.step.ts';
import { calendarPublished } from './calendar.step.ts';
import { close, recordAnalysis } from './close.step.ts';
import { addNote, askCustomer, logContact, markUnreachable } from './contact.step.ts';
import { complainAgain, markExtortion, message, transferOut, withdraw } from './customer.step.ts';
import { askExtension, ruleOnExtension } from './extension.step.ts';
import { recordFinding } from './find.step.ts';
import { changeGrading, confirmGrading, mark } from './grade.step.ts';
import { handOver, refuseHandOver, ruleOnHandOver } from './hand-over.step.ts';
import { approve, returnProposal } from './judge.step.ts';
import {
  endEvent,
  fileOutsideOutcome,
  fileReport,
  fileWriteUp,
  planAction,
  putToMediator,
  recordAssessment,
} from './learn.step.ts';
import { joinMass, leadMass, leaveMass, massDecided } from './mass.step.ts';
import { absorb, merge, moveToPack, part, release, survivorEnded } from './merge.step.ts';
import { concludeMisconduct, noteMisconduct, ownMisconduct, sentBack } from './misconduct.step.ts';
import { answerOffer, putOffer, takeOfferBack } from './offer.step.ts';
import { giveDate, pauseClock, resumeClock } from './pause.step.ts';
import { propose } from './propose.step.ts';
import { completeRecord, correctField, describePerson, identifyPerson } from './record.step.ts';
import { reopen, ruleOnNewFacts } from './reopen.step.ts';
import { answerRequest, declareUnsolvable, requestFrom } from './request.step.ts';
import type { TakeCommand } from './step.ts';
import { answerSurvey, recordFollowUp } from './survey.step.ts';
import { agreeAppointment, completeTask, giveInterim, setTask } from './task.step.ts';
import { settleByReply, tellResult } from './tell.step.ts';

/** What follows each command; the gate says in which stage and by whom it may be given. */
export const STEPS: { readonly [Name in CommandName]: TakeCommand<Name> } = {
  ...{ accept, decline, assign, takeOver, handOver, refuseHandOver, ruleOnHandOver, ownerAway },
  ...{ logContact, askCustomer, markUnreachable, addNote },
  ...{ completeRecord, correctField, changeGrading, confirmGrading, mark, markExtortion },
  ...{ describePerson, identifyPerson },
  ...{ ownMisconduct, noteMisconduct, concludeMisconduct, sentBack },
  ...{ requestFrom, answerRequest, recordFinding, declareUnsolvable },
  ...{ propose, approve, returnProposal, giveDate, settleByReply, pauseClock, resumeClock },
  ...{ askExtension, ruleOnExtension },
  ...{ putToMediator, putOffer, takeOfferBack, answerOffer, giveInterim, setTask, completeTask, agreeAppointment },
  ...{ fileOutsideOutcome, tellResult, answerSurvey, recordFollowUp, recordAnalysis, planAction },
  ...{ recordAssessment, endEvent, fileWriteUp, fileReport, close },
  ...{ message, withdraw, reopen, complainAgain, ruleOnNewFacts },
  ...{ merge, absorb, part, release, survivorEnded, transferOut, moveToPack, calendarPublished },
  ...{ leadMass, joinMass, massDecided, leaveMass },
};
