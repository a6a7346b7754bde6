import type { CaseState } from '@redress/policy';
import { hasRoundsLeft, settled } from './close.step.ts';
import { anotherRound } from './reopen.step.ts';
import { entry, no, type TakeCommand, type Verdict } from './step.ts';

/** 1 or 2 on the result, or "no": not satisfied (PRC-9). */
const UNSATISFIED_UP_TO = 2;

/** What the customer says of result and process; not satisfied begins the next round, or the ways outside are told (PRC-9, PRC-10). */
export const answerSurvey: TakeCommand<'answerSurvey'> = (state, terms, command) => {
  const { result, process, recommend, satisfied } = command.facts;
  if (state.survey !== 'due') return no('already-done');
  const content = satisfied && result > UNSATISFIED_UP_TO;
  const surveyed = entry('surveyed', { result, process, recommend: recommend ?? null, satisfied: content });
  const met = { kind: 'survey', does: 'met' } as const;
  if (content) return settled(state, { survey: 'answered' }, [surveyed], { duties: [met] }, true);
  if (hasRoundsLeft(state, terms)) {
    return anotherRound({ ...state, survey: 'answered' }, terms, 'survey', { entries: [surveyed], duties: [met] });
  }
  const more = { duties: [met], messages: [{ purpose: 'ways-outside' } as const] };
  return settled(state, { survey: 'answered' }, [surveyed], more, true);
};

/** Nobody answered: no answer is never "satisfied" (PRC-9). */
export function surveyOver(state: CaseState): Verdict {
  const over = entry('survey-closed', {}, 'survey-closing-date');
  return settled(state, { survey: 'unanswered' }, [over], { duties: [{ kind: 'survey', does: 'passed' }] }, true);
}

/** The problem stays solved, or it is taken up again: a check that fails is a new fact (PRC-9a, PRC-12). */
export const recordFollowUp: TakeCommand<'recordFollowUp'> = (state, terms, command) => {
  const { solved } = command.facts;
  if (state.followUp !== 'due') return no('nothing-due');
  const checked = entry('followed-up', { solved });
  const met = { kind: 'follow-up', does: 'met' } as const;
  if (solved) return settled(state, { followUp: 'done' }, [checked], { duties: [met] }, false);
  return anotherRound({ ...state, followUp: 'done' }, terms, 'follow-up', { entries: [checked], duties: [met] });
};
