import type { CommandBody } from '@redress/contracts';
import type { DeliveredCommand } from '@redress/contracts/workflow';
import {
  refuse,
  STAGES,
  type CaseChanges,
  type CaseState,
  type CommandName,
  type Decision,
  type Entry,
  type Refusal,
  type RefusalCode,
  type Stage,
  type Terms,
} from '@redress/policy';

/** What a stage answers to a command, a passed duty or an answer: one step, or an expected no. */
export type Verdict = { readonly decision: Decision } | { readonly refusal: Refusal };

/** A command with the facts of its contract; each text in it is the id of the stored one. */
export type Taken<Name extends CommandName> = Omit<DeliveredCommand, 'facts'> & { readonly facts: CommandBody<Name> };

/** The answer to a command: pure, on the state as it stands. */
export type TakeCommand<Name extends CommandName> = (state: CaseState, terms: Terms, command: Taken<Name>) => Verdict;

/** What a step has beside its changes and entries. */
export type StepParts = Partial<Omit<Decision, 'changes' | 'entries'>>;

/** One step that changes the state and is told in these entries; duties, notices and messages where it has any. */
export function step(changes: CaseChanges, entries: readonly Entry[], more: StepParts = {}): Verdict {
  return { decision: { duties: [], notices: [], messages: [], others: [], ...more, changes, entries } };
}

/** An expected no. */
export function no(code: RefusalCode, facts: Refusal['facts'] = {}): Verdict {
  return { refusal: refuse(code, facts).refusal };
}

/** An entry without a rule to name. */
export function entry(code: Entry['code'], facts: Entry['facts'] = {}, rule?: string): Entry {
  return { code, facts, because: rule === undefined ? [] : [{ rule, facts }] };
}

/** The case went to arbitration and waits for the outcome (INT-17, PRC-33). */
export function inArbitration(
  { marks }: Pick<CaseState, 'marks'>,
  { arbitrationFrom }: Pick<Terms, 'arbitrationFrom'>,
): boolean {
  return marks.includes('extortion') || marks.includes(arbitrationFrom);
}

/** The next stage of the process that the pack has not left out. Never called for the last one. */
export function stageAfter(stage: Stage, terms: Terms): Stage {
  const rest = STAGES.slice(STAGES.indexOf(stage) + 1);
  return rest.find((next) => !terms.stagesLeftOut.includes(next)) ?? 'ended';
}

/** A record without one of its fields. */
export function without<Value>(record: Readonly<Record<string, Value>>, field: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}
