import type { CaseState, Closing } from '@redress/policy';
import { entry, no, step, type TakeCommand, type Verdict } from './step.ts';

/** Why it happened: the owner's duty once the result is told (PRC-11). */
export const recordAnalysis: TakeCommand = (state, _terms, command) => {
  if (state.resultToldAt === null) return no('nothing-told');
  if (state.analysedAt !== null) return no('already-done');
  return step({ analysedAt: command.acceptedAt }, [entry('analysed', { cause: command.facts['cause'] ?? null })]);
};

/** Nothing is owed to the customer and the cause is recorded; the window for reopening counts from the telling (PRC-12). */
export const close: TakeCommand = (state) => {
  if (state.resultToldAt === null) return no('nothing-told');
  if (state.analysedAt === null) return no('analysis-missing');
  const closing = closingOf(state);
  return step({ stage: 'closed', closing }, [entry('closed', { closing })], {
    duties: [{ kind: 'reopening', does: 'open', from: state.resultToldAt }],
  });
};

/** The window has lapsed: final (PRC-12). */
export function windowLapsed(state: CaseState): Verdict {
  return step({ stage: 'ended' }, [entry('ended', { closing: state.closing }, 'reopening-window')], {
    duties: [{ kind: 'reopening', does: 'passed' }],
  });
}

function closingOf(state: CaseState): Closing {
  return Object.values(state.findings).some((finding) => finding.upheld) ? 'solved' : 'declined';
}
