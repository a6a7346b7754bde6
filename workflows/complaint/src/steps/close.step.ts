import type { CaseChanges, CaseState, Closing, DutyChange, Entry, OtherCommand, Terms } from '@redress/policy';
import { upheldInPart } from './decide.step.ts';
import { entry, no, step, type StepParts, type TakeCommand, type Verdict } from './step.ts';

/** Why it happened: the owner's duty from the moment the result is told (PRC-11). Recorded last, it closes by itself. */
export const recordAnalysis: TakeCommand<'recordAnalysis'> = (state, _terms, command) => {
  if (state.resultToldAt === null) return no('nothing-told');
  if (state.analysedAt !== null) return no('already-done');
  return settled(
    state,
    { analysedAt: command.acceptedAt },
    [entry('analysed', { cause: command.facts.cause })],
    { duties: [{ kind: 'analysis', does: 'met' }] },
    state.survey !== 'none',
  );
};

/** Nothing is owed to the customer and the cause is recorded (PRC-12). */
export const close: TakeCommand<'close'> = (state) => {
  if (state.resultToldAt === null) return no('nothing-told');
  if (state.analysedAt === null) return no('analysis-missing');
  if (state.survey === 'due') return no('survey-open');
  if (Object.keys(state.tasks).length > 0) return no('tasks-open', { tasks: Object.keys(state.tasks).length });
  return settled(state, {}, [], {}, true);
};

/** The window has lapsed: final, once nothing else is owed (PRC-12). */
export function windowLapsed(state: CaseState): Verdict {
  const duties = [{ kind: 'reopening', does: 'passed' } as const];
  const lapsed = { ...state, windowLapsed: true };
  if (state.stage !== 'closed' || owes(lapsed)) return step({ windowLapsed: true }, [], { duties });
  const { changes, entries, others, duties: over } = ending(lapsed, 'reopening-window');
  return step({ windowLapsed: true, ...changes }, entries, { duties: [...duties, ...over], others });
}

/**
 * A step after which nothing may be owed any more: it then closes the complaint by itself (`mayClose`), and ends it when
 * the window for reopening has lapsed already.
 */
export function settled(
  state: CaseState,
  changes: CaseChanges,
  entries: readonly Entry[],
  more: StepParts,
  mayClose: boolean,
): Verdict {
  const after = { ...state, ...changes };
  const closes = mayClose && after.stage !== 'closed' && nothingOwed(after);
  const closing = closes ? closingOf(after) : after.closing;
  const closed: CaseState = closes ? { ...after, stage: 'closed', closing } : after;
  const ends = closed.stage === 'closed' && closed.windowLapsed && !owes(closed);
  const end = ends ? ending(closed, 'nothing-owed') : { changes: {}, entries: [], others: [], duties: [] };
  return step(
    { ...changes, ...(closes ? { stage: 'closed', closing } : {}), ...end.changes },
    [...entries, ...(closes ? [entry('closed', { closing })] : []), ...end.entries],
    {
      ...more,
      duties: [...(more.duties ?? []), ...(closes ? [LEFT_OVER] : []), ...end.duties],
      others: [...(more.others ?? []), ...end.others],
    },
  );
}

/** Closed, nobody is waited for any more but for these. */
const LEFT_OVER: DutyChange = {
  kind: 'every',
  does: 'dropped',
  except: ['follow-up', 'report', 'reopening', 'new-facts', 'analysis', 'write-up', 'assessment'],
};

/** The end: what was merged into this one ends with it (PRC-13). */
export function ending(
  state: CaseState,
  rule: string,
): {
  changes: CaseChanges;
  entries: readonly Entry[];
  others: readonly OtherCommand[];
  duties: readonly DutyChange[];
} {
  return {
    duties: [{ kind: 'every', does: 'dropped' }],
    changes: { stage: 'ended' },
    entries: [entry('ended', { closing: state.closing }, rule)],
    others: state.absorbed.map((complaintId) => ({ complaintId, name: 'survivorEnded', facts: {} })),
  };
}

/**
 * Over at once, without survey or reopening: what was still owed is called off. The report of the event, whose handling
 * ends with this, and the cause of what has been told live on: it ends when they are in (PRC, Stages; PRC-11, PRC-28).
 */
export function overAtOnce(state: CaseState, closing: Closing, entries: readonly Entry[], more: StepParts): Verdict {
  const running = state.report === 'running';
  const off: CaseChanges = { ...CALLED_OFF, closing, ...(running ? { report: 'due' } : {}) };
  const after = { ...state, ...off };
  const lives = owes(after) && (state.owner !== null || after.misconduct?.outcome === null);
  const end = lives ? null : ending(after, closing);
  return step({ ...off, ...end?.changes }, [...entries, entry('closed', { closing }), ...(end?.entries ?? [])], {
    ...more,
    duties: [
      { kind: 'every', does: 'dropped', except: lives ? PAPERS : [] },
      ...(lives && running ? [{ kind: 'report', does: 'open' } as const] : []),
    ],
    others: end?.others ?? [],
  });
}

/** What lives on when the handling is over (PRC-11, PRC-27, PRC-28). */
export const PAPERS = ['analysis', 'report', 'write-up', 'assessment'] as const;

const CALLED_OFF = {
  ...{ stage: 'closed', windowLapsed: true, tasks: {}, requests: {}, offer: null, assignmentDuty: null },
  ...{ survey: 'none', followUp: 'none', newFacts: false, pause: null, question: false },
} as const satisfies CaseChanges;

function nothingOwed(state: CaseState): boolean {
  const { resultToldAt, analysedAt, survey, tasks, newFacts } = state;
  return (
    resultToldAt !== null && analysedAt !== null && survey !== 'due' && !newFacts && Object.keys(tasks).length === 0
  );
}

/** What still holds the end back when the window has lapsed: a claim to be ruled on, the check, papers, cause, an open record of misconduct. */
function owes({ newFacts, followUp, resultToldAt, analysedAt, misconduct, ...papers }: CaseState): boolean {
  const { report, writeUp, assessment } = papers;
  const owed = [followUp, report, writeUp, assessment].includes('due') || misconduct?.outcome === null;
  return newFacts || owed || (resultToldAt !== null && analysedAt === null);
}

function closingOf(state: CaseState): Closing {
  if (state.settledByReply) return 'settled-by-reply';
  if (state.notReached) return 'not-reached';
  if (state.position) return 'declined';
  if (state.offer?.lapsed === true) return 'unanswered';
  return upheldInPart(state) ? 'solved' : 'declined';
}

/** Whether a later round is left (PRC-10). */
export function hasRoundsLeft(state: CaseState, terms: Terms): boolean {
  return state.round < terms.mostRounds;
}
