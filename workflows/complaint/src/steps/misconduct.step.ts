import {
  misconductTells,
  recordClock,
  takenOut,
  type CaseChanges,
  type CaseState,
  type Entry,
  type MisconductRecord,
  type Terms,
} from '@redress/policy';
import { ending, settled } from './close.step.ts';
import {
  entry,
  no,
  stageAfter,
  step,
  without,
  type StepParts,
  type TakeCommand,
  type Taken,
  type Verdict,
} from './step.ts';

/**
 * Fraud by staff, or gaining by their position: it leaves ordinary hands with this step and is seen by nobody without the
 * grant. The other matters of the complaint go on; where there are none, all of it is taken out and its clocks stop (INT-15).
 */
export function markMisconduct(state: CaseState, terms: Terms, { facts }: Taken<'mark'>): Verdict {
  const { holds, matterId } = facts;
  if (!holds) return no('already-done');
  if (matterId !== undefined && !state.matters.includes(matterId)) return no('no-such-matter', { matterId });
  const others = matterId === undefined ? [] : state.matters.filter((id) => id !== matterId);
  if (matterId === undefined || others.length === 0) return allOfItLeaves(state, terms, {});
  return state.marks.includes('misconduct') ? no('already-done') : oneMatter(state, terms, matterId, others);
}

/** All of it: nothing is handled any more, and nobody is told but who stands on the pack's route (INT-15). */
export function allOfItLeaves(state: CaseState, terms: Terms, changes: CaseChanges): Verdict {
  if (state.marks.includes('misconduct')) return no('already-done');
  const { changes: out, ...parts } = takenOut(state, terms);
  return step({ ...changes, ...out }, parts.entries, parts);
}

/** Nothing more is found about it here; when it was the last one without a finding, the deciding begins. */
function oneMatter(state: CaseState, terms: Terms, matterId: string, matters: readonly string[]): Verdict {
  const complete = state.stage === 'investigating' && matters.every((id) => state.findings[id] !== undefined);
  const stage = complete ? stageAfter('investigating', terms) : state.stage;
  const before = state.misconduct?.matters ?? [];
  const misconduct: MisconductRecord = {
    matters: before === 'all' ? 'all' : [...before, matterId],
    owner: state.misconduct?.owner ?? null,
    outcome: null,
  };
  return step(
    { matters, findings: without(state.findings, matterId), stage, misconduct },
    [{ ...entry('marked', { mark: 'misconduct', holds: true }), matterId }],
    {
      duties: recordClock(state, terms),
      notices: misconductTells(terms, 'misconduct'),
      messages: [{ purpose: 'taken-further' }],
      restricts: [matterId],
    },
  );
}

/** Somebody with the grant owns the record, by name; nobody who is complained of (INT-15). */
export const ownMisconduct: TakeCommand<'ownMisconduct'> = (state, _terms, { facts: { personId } }) =>
  onOpenRecord(state, (record) => {
    if (state.concerned.includes(personId)) return no('concerned', { personId });
    return inRecord({ misconduct: { ...record, owner: personId } }, [entry('misconduct-owned', { personId })], {
      notices: [{ to: { kind: 'person', personId }, code: 'misconduct-yours' }],
    });
  });

export const noteMisconduct: TakeCommand<'noteMisconduct'> = (state) =>
  onOpenRecord(state, () => inRecord({}, [entry('misconduct-noted')]));

/** Its owner says what came of it; who stands above hears it. Taken out whole, the complaint ends with it (INT-15). */
export const concludeMisconduct: TakeCommand<'concludeMisconduct'> = (state, terms, { actor, facts }) =>
  onOpenRecord(state, (record) =>
    record.owner === actor.id
      ? concluded(state, terms, record, { outcome: facts.outcome, complaintId: null })
      : no('not-your-case', { owner: record.owner }),
  );

/** It was none: it is handled as the new complaint that was registered for it (INT-15). */
export const sentBack: TakeCommand<'sentBack'> = (state, terms, { facts }) =>
  onOpenRecord(state, (record) => concluded(state, terms, record, { outcome: 'ordinary', complaintId: facts.from }));

function onOpenRecord(state: CaseState, take: (record: MisconductRecord) => Verdict): Verdict {
  return state.misconduct?.outcome === null ? take(state.misconduct) : no('nothing-due');
}

interface Conclusion {
  readonly outcome: NonNullable<MisconductRecord['outcome']>;
  readonly complaintId: string | null;
}

function concluded(state: CaseState, terms: Terms, record: MisconductRecord, facts: Conclusion): Verdict {
  const misconduct = { ...record, outcome: facts.outcome };
  const said = entry('misconduct-concluded', { ...facts });
  const notices = misconductTells(terms, 'misconduct-concluded');
  if (record.matters !== 'all')
    return settled(state, { misconduct }, [said], { duties: [MET], notices, restricts: 'this-step' }, false);
  const closing = 'transferred';
  const { changes, entries, others, duties } = ending({ ...state, closing }, 'misconduct-concluded');
  return inRecord({ ...changes, closing, misconduct }, [said, entry('closed', { closing }), ...entries], {
    ...{ others, duties: [MET, ...duties], notices },
  });
}

const MET = { kind: 'misconduct', does: 'met' } as const;

/** What stands in the record is seen with the grant alone. */
function inRecord(changes: CaseChanges, entries: readonly Entry[], more: StepParts = {}): Verdict {
  return step(changes, entries, { ...more, restricts: 'this-step' });
}
