import type { CaseState } from '@redress/policy';
import { ending } from './close.step.ts';
import { entry, no, step, type TakeCommand } from './step.ts';

/** Into another complaint of the same matter; what has an offer out or tasks open survives itself (PRC-13). */
export const merge: TakeCommand<'merge'> = (state, _terms, command) => {
  const { into } = command.facts;
  if (promises(state)) return no('merge-other-way', { into });
  const closing = 'merged';
  return step(
    { stage: 'closed', closing, mergedInto: into, stageBeforeMerge: state.stage, assignmentDuty: null },
    [entry('merged', { into }), entry('closed', { closing })],
    {
      duties: [{ kind: 'every', does: 'dropped' }],
      messages: [{ purpose: 'merged' }],
      others: [{ complaintId: into, name: 'absorb', facts: {} }],
    },
  );
};

/** An offer is out, a remedy promised or a task open: it cannot go under in another one (PRC-13). */
export function promises(state: CaseState): boolean {
  return state.offer !== null || state.stage === 'resolving' || Object.keys(state.tasks).length > 0;
}

/** The survivor knows of it. `from` is the complaint that sent the command. */
export const absorb: TakeCommand<'absorb'> = (state, _terms, command) => {
  const { from } = command.facts;
  return step({ absorbed: [...state.absorbed, from] }, [entry('absorbed', { from })], {
    notices: [{ to: { kind: 'owner' }, code: 'merged-into-yours' }],
  });
};

/** Not the same matter after all: both go on, with both histories (PRC-13). */
export const part: TakeCommand<'part'> = (state) => {
  const { mergedInto, stageBeforeMerge } = state;
  if (mergedInto === null || stageBeforeMerge === null) return no('not-merged');
  const unowned = state.owner === null;
  const assignments = state.assignments + (unowned ? 1 : 0);
  return step(
    {
      stage: unowned ? 'received' : stageBeforeMerge === 'assigned' ? 'investigating' : stageBeforeMerge,
      closing: null,
      mergedInto: null,
      stageBeforeMerge: null,
      ...(unowned ? { assignments, assignmentDuty: `assign-${assignments}` } : { accepted: true }),
    },
    [entry('parted', { from: mergedInto })],
    {
      duties: [
        ...(state.contactedAt === null ? [{ kind: 'respond', does: 'open', from: 'received' } as const] : []),
        { kind: 'solve', does: 'open', from: 'received' },
        { kind: 'every', does: 'open-statutory' },
        { kind: 'news', does: 'open' },
      ],
      notices: [{ to: { kind: 'owner' }, code: 'parted' }],
      others: [{ complaintId: mergedInto, name: 'release', facts: {} }],
    },
  );
};

export const release: TakeCommand<'release'> = (state, _terms, command) => {
  const { from } = command.facts;
  return step({ absorbed: state.absorbed.filter((id) => id !== from) }, [entry('released', { from })]);
};

/** The complaint that this one was merged into has ended: this one ends with it (PRC-13). */
export const survivorEnded: TakeCommand<'survivorEnded'> = (state) => {
  if (state.mergedInto === null) return no('not-merged');
  const { changes, entries, others, duties } = ending(state, 'survivor-ended');
  return step(changes, entries, { others, duties });
};

/** To another version of the policy, by a named person: clocks are reckoned anew (PRC-22, PRC-32). */
export const moveToPack: TakeCommand<'moveToPack'> = (_state, terms, command) => {
  const { hash } = command.facts;
  if (hash === terms.packHash) return no('nothing-to-change');
  return step({}, [entry('moved-to-pack', { from: terms.packHash, to: hash })], {
    duties: [{ kind: 'every', does: 'recompute' }],
    movesToPack: hash,
    messages: [{ purpose: 'timetable' }],
  });
};
