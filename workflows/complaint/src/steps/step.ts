import type { DeliveredCommand } from '@redress/contracts/workflow';
import {
  refuse,
  STAGES,
  type CaseChanges,
  type CaseState,
  type Decision,
  type Entry,
  type Refusal,
  type RefusalCode,
  type Stage,
  type Terms,
} from '@redress/policy';

/** What a stage answers to a command, a passed duty or an answer: one step, or an expected no. */
export type Verdict = { readonly decision: Decision } | { readonly refusal: Refusal };

/** A stage's answer to a command: pure, on the state as it stands. */
export type TakeCommand = (state: CaseState, terms: Terms, command: DeliveredCommand) => Verdict;

/** One step that changes the state and is told in these entries; duties, notices and messages where it has any. */
export function step(
  changes: CaseChanges,
  entries: readonly Entry[],
  more: Partial<Pick<Decision, 'duties' | 'notices' | 'messages'>> = {},
): Verdict {
  return { decision: { changes, entries, duties: [], notices: [], messages: [], ...more } };
}

/** An expected no. */
export function no(code: RefusalCode, facts: Refusal['facts'] = {}): Verdict {
  return { refusal: refuse(code, facts).refusal };
}

/** An entry without a rule to name. */
export function entry(code: Entry['code'], facts: Entry['facts'] = {}, rule?: string): Entry {
  return { code, facts, because: rule === undefined ? [] : [{ rule, facts }] };
}

/** The next stage of the process that the pack has not left out. Never called for the last one. */
export function stageAfter(stage: Stage, terms: Terms): Stage {
  const rest = STAGES.slice(STAGES.indexOf(stage) + 1);
  return rest.find((next) => !terms.stagesLeftOut.includes(next)) ?? 'ended';
}
