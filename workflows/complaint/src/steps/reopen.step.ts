import {
  authorityOfRound,
  FRESH_ROUND,
  type CaseState,
  type DutyChange,
  type Entry,
  type Notice,
  type Terms,
} from '@redress/policy';
import { hasRoundsLeft, settled } from './close.step.ts';
import { atLeastSecondClass, regraded } from './grade.step.ts';
import { toBeAssigned } from './places.ts';
import { entry, no, step, type TakeCommand, type Verdict } from './step.ts';

/**
 * Not satisfied: again, with the same number; the customer has come again, so the class rises. When the rounds are used up
 * only new facts reopen, and somebody rules on them (INT-3, PRC-10, PRC-12).
 */
export const reopen: TakeCommand<'reopen'> = (state, terms, command) => {
  if (hasRoundsLeft(state, terms)) {
    const { changes, entries, duties, notices } = regraded(state, terms, atLeastSecondClass(state, terms));
    return anotherRound({ ...state, ...changes }, terms, 'customer', { entries, duties, notices, changes });
  }
  if (!command.facts.newFacts) return no('rounds-used-up', { rounds: terms.mostRounds });
  if (state.newFacts) return no('already-done');
  return step({ newFacts: true }, [entry('new-facts-claimed')], {
    duties: [{ kind: 'new-facts', does: 'open', holder: { kind: 'capability', capability: 'coordinate' } }],
    notices: [{ to: { kind: 'capability', capability: 'coordinate' }, code: 'new-facts' }],
    messages: [{ purpose: 'message-received' }],
  });
};

/** New facts reopen; anything else is answered with the ways outside (PRC-10). */
export const ruleOnNewFacts: TakeCommand<'ruleOnNewFacts'> = (state, terms, command) => {
  const { accepted } = command.facts;
  if (!state.newFacts) return no('nothing-due');
  const ruled = entry('new-facts-ruled', { accepted });
  const met = { kind: 'new-facts', does: 'met' } as const;
  if (accepted) return anotherRound(state, terms, 'new-facts', { entries: [ruled], duties: [met] });
  const more = { duties: [met], messages: [{ purpose: 'ways-outside' } as const] };
  return settled(state, { newFacts: false }, [ruled], more, true);
};

interface RoundParts {
  readonly entries?: readonly Entry[];
  readonly duties?: readonly DutyChange[];
  readonly notices?: readonly Notice[];
  readonly changes?: Partial<CaseState>;
}

/** Evaluated anew, by another handler under higher authority, with a new `solve` and the rhythm of news begun anew (PRC-10). */
export function anotherRound(state: CaseState, terms: Terms, reason: string, more: RoundParts = {}): Verdict {
  const round = state.round + 1;
  const lifted = terms.lift !== undefined && round >= terms.lift.fromRound ? terms.lift.to : null;
  const toldOfLift: Notice[] = lifted === null ? [] : [{ to: { kind: 'role', role: lifted }, code: 'lifted' }];
  return step(
    {
      ...more.changes,
      ...FRESH_ROUND,
      ...(state.extensions === undefined ? {} : { extensions: { asked: null, granted: [] } }),
      ...toBeAssigned(state),
      round,
      formerOwners: state.owner === null ? state.formerOwners : [...state.formerOwners, state.owner],
      declinedBy: [],
      handOver: null,
      toldUpward: [],
      tasks: {},
      requests: {},
      authorityFloor: authorityOfRound(round, state.decidedRank, terms),
    },
    [...(more.entries ?? []), entry('reopened', { round, reason }, lifted === null ? undefined : 'round-lifted')],
    {
      duties: [...(more.duties ?? []), ...BEGUN_ANEW],
      notices: [...(more.notices ?? []), ...toldOfLift],
      messages: [{ purpose: 'reopening-received' }],
    },
  );
}

const BEGUN_ANEW: readonly DutyChange[] = [
  { kind: 'every', does: 'dropped', except: ['respond', 'report'] },
  { kind: 'solve', does: 'open' },
  { kind: 'news', does: 'open' },
];
