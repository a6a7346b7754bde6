import type { CaseChanges, CaseState } from './case-state.ts';
import type { DutyChange, Entry, Message, Notice, Restricted } from './decision.ts';
import { routesOf } from './routes.ts';
import type { Terms } from './terms.ts';

/** What it means that all of a complaint is taken out of ordinary hands. */
export interface TakenOut {
  readonly changes: CaseChanges;
  readonly entries: readonly Entry[];
  readonly duties: readonly DutyChange[];
  readonly notices: readonly Notice[];
  readonly messages: readonly Message[];
  readonly restricts: Restricted;
}

/** At the door or in the middle: nothing runs on it any more, it becomes a restricted record, the customer is told (INT-15). */
export function takenOut(state: Pick<CaseState, 'marks' | 'misconduct'>, terms: Pick<Terms, 'misconduct'>): TakenOut {
  return {
    changes: {
      marks: [...state.marks, 'misconduct'],
      assignmentDuty: null,
      misconduct: { matters: 'all', owner: state.misconduct?.owner ?? null, outcome: null },
    },
    entries: [{ code: 'marked', facts: { mark: 'misconduct', holds: true }, because: [] }],
    duties: [{ kind: 'every', does: 'dropped' }, ...recordClock(state, terms)],
    notices: misconductTells(terms, 'misconduct'),
    messages: [{ purpose: 'taken-further' }],
    restricts: 'all',
  };
}

/** A new record has a clock where the pack gives it one; a matter that joins an open record changes nothing of it (INT-15). */
export function recordClock(
  { misconduct }: Pick<CaseState, 'misconduct'>,
  terms: Pick<Terms, 'misconduct'>,
): DutyChange[] {
  const open = misconduct?.outcome === null;
  return terms.misconduct?.within === undefined || open
    ? []
    : [{ kind: 'misconduct', does: 'open', holder: { kind: 'record-owner' } }];
}

/** Who owns such records and who stands above, as the pack has it; else whoever may see what is restricted (INT-15). */
export function misconductTells({ misconduct }: Pick<Terms, 'misconduct'>, code: string): Notice[] {
  if (misconduct === undefined) return routesOf(['misconduct']).map((route) => ({ ...route, code }));
  return [misconduct.to, ...misconduct.tells].map((to) => ({ to, code }));
}
