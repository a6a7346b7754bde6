import type { AssignAnswer } from '@redress/contracts/workflow';
import type { CaseState, DutyKind, Stage, Terms } from '@redress/policy';
import { notAccepted } from './steps/accept.step.ts';
import { assigned } from './steps/assign.step.ts';
import { windowLapsed } from './steps/close.step.ts';
import { offerUnanswered } from './steps/offer.step.ts';
import type { Verdict } from './steps/step.ts';
import { surveyOver } from './steps/survey.step.ts';

/** One stage: what it asks of others, and what follows by itself when a due instant passes. */
export interface StageDefinition {
  readonly waitsFor: string;
  readonly assignment?: (state: CaseState, answer: AssignAnswer) => Verdict;
  readonly passes?: Partial<Record<DutyKind, (state: CaseState, terms: Terms) => Verdict>>;
}

/** The window for reopening runs from the telling on, whatever is still to be done. */
const told = { reopening: windowLapsed };

/**
 * The process of a complaint, in order. Each stage starts from the state alone; which commands it takes stands in the
 * table of commands, and what each does in `steps/`.
 */
export const PROCESS: Readonly<Record<Stage, StageDefinition>> = {
  received: { waitsFor: 'staffing names one owner and one backup', assignment: assigned },
  assigned: { waitsFor: 'the owner accepts, else the backup, else the head', passes: { accept: notAccepted } },
  investigating: { waitsFor: 'each matter has a finding' },
  deciding: { waitsFor: 'one proposal answers every matter' },
  approving: { waitsFor: 'whoever has the authority lets it stand or returns it' },
  offering: { waitsFor: 'the customer accepts, refuses, or does not answer', passes: { offer: offerUnanswered } },
  resolving: { waitsFor: 'every task of the remedy is evidenced' },
  informing: { waitsFor: 'the customer is told, or counts as told', passes: told },
  surveying: {
    waitsFor: 'the survey is answered or over, the cause recorded',
    passes: { ...told, survey: surveyOver },
  },
  closed: { waitsFor: 'the customer may still reopen', passes: told },
  ended: { waitsFor: 'nothing' },
};
