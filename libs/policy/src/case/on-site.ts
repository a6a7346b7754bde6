import { plusMs, type Instant } from '../instant.ts';
import type { CaseState } from './case-state.ts';
import type { DutyChange, Entry, Notice } from './decision.ts';
import { heldBy, setTaskFor } from './tasks.ts';
import type { Terms } from './terms.ts';

/** What a grade brings about: its tasks, and who is told of them. */
export interface OnSiteWork {
  readonly changes: Partial<CaseState>;
  readonly entries: readonly Entry[];
  readonly duties: readonly DutyChange[];
  readonly notices: readonly Notice[];
}

/**
 * The steps of the grade that the complaint has come to, each a task with its minutes; a grade that it had already, or
 * that is lower, brings none (INT-22).
 */
export function onSiteWork(
  before: CaseState,
  grade: number,
  { onSite }: Pick<Terms, 'onSite'>,
  at: Instant,
): OnSiteWork {
  const rises = grade > before.grade;
  let state = before;
  const duties: DutyChange[] = [];
  const entries: Entry[] = [];
  const notices: Notice[] = [];
  for (const step of rises ? onSite.filter((one) => one.grade === grade) : []) {
    const set = setTaskFor(state, step.code, { dueAt: plusMs(at, step.withinMs), ...heldBy(step.by) });
    state = { ...state, ...set.changes };
    duties.push(...set.duties);
    entries.push(...set.entries);
    notices.push({ to: step.by, code: 'on-site' });
  }
  const { tasks, tasksSet } = state;
  return { changes: duties.length === 0 ? {} : { tasks, tasksSet }, duties, entries, notices };
}
