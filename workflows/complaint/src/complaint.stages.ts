import type { AssignAnswer } from '@redress/contracts/workflow';
import type { CaseState, CommandName, DutyKind, Stage } from '@redress/policy';
import { accept, notAccepted } from './steps/accept.step.ts';
import { assigned } from './steps/assign.step.ts';
import { close, recordAnalysis, windowLapsed } from './steps/close.step.ts';
import { logContact, message } from './steps/contact.step.ts';
import { recordFinding } from './steps/find.step.ts';
import { approve, returnProposal } from './steps/judge.step.ts';
import { propose } from './steps/propose.step.ts';
import { reopen } from './steps/reopen.step.ts';
import type { TakeCommand, Verdict } from './steps/step.ts';
import { tellResult } from './steps/tell.step.ts';

/** One stage: what it asks of others, which commands it takes, and what follows when a duty's instant passes. */
export interface StageDefinition {
  readonly assignment?: (state: CaseState, answer: AssignAnswer) => Verdict;
  readonly takes: Partial<Record<CommandName, TakeCommand>>;
  readonly passes?: Partial<Record<DutyKind, (state: CaseState) => Verdict>>;
}

const always = { message };
const workedOn = { ...always, logContact };

/** The process of a complaint, in order. Each stage starts from the state alone. */
export const PROCESS: Readonly<Record<Stage, StageDefinition>> = {
  received: { assignment: assigned, takes: always },
  assigned: { takes: { ...workedOn, accept }, passes: { accept: notAccepted } },
  investigating: { takes: { ...workedOn, recordFinding } },
  deciding: { takes: { ...workedOn, recordFinding, propose } },
  approving: { takes: { ...workedOn, approve, returnProposal } },
  offering: { takes: workedOn },
  resolving: { takes: workedOn },
  informing: { takes: { ...workedOn, tellResult, recordAnalysis, close, reopen } },
  surveying: { takes: { ...workedOn, recordAnalysis, close, reopen } },
  closed: { takes: { ...always, reopen }, passes: { reopening: windowLapsed } },
  ended: { takes: {} },
};
