import { routesOf, type CaseState, type Terms } from '@redress/policy';
import { entry, no, stageAfter, step, without, type Taken, type Verdict } from './step.ts';

/**
 * Fraud by staff, or gaining by their position: it leaves ordinary hands with this step and is seen by nobody without the
 * grant. The other matters of the complaint go on; where there are none, all of it is taken out and its clocks stop (INT-15).
 */
export function markMisconduct(state: CaseState, terms: Terms, { facts }: Taken<'mark'>): Verdict {
  const { holds, matterId } = facts;
  if (!holds || state.marks.includes('misconduct')) return no('already-done');
  if (matterId !== undefined && !state.matters.includes(matterId)) return no('no-such-matter', { matterId });
  const others = matterId === undefined ? [] : state.matters.filter((id) => id !== matterId);
  return matterId === undefined || others.length === 0 ? allOfIt(state) : oneMatter(state, terms, matterId, others);
}

const MARKED = entry('marked', { mark: 'misconduct', holds: true });
const TOLD = { notices: routesOf(['misconduct']), messages: [{ purpose: 'taken-further' }] } as const;

function allOfIt(state: CaseState): Verdict {
  return step({ marks: [...state.marks, 'misconduct'], assignmentDuty: null }, [MARKED], {
    ...TOLD,
    duties: [{ kind: 'every', does: 'dropped' }],
    restricts: 'all',
  });
}

/** Nothing more is found about it here; when it was the last one without a finding, the deciding begins. */
function oneMatter(state: CaseState, terms: Terms, matterId: string, matters: readonly string[]): Verdict {
  const complete = state.stage === 'investigating' && matters.every((id) => state.findings[id] !== undefined);
  const stage = complete ? stageAfter('investigating', terms) : state.stage;
  const changes = { matters, findings: without(state.findings, matterId), stage };
  return step(changes, [{ ...MARKED, matterId }], { ...TOLD, restricts: [matterId] });
}
