import {
  onSiteWork,
  papersOwed,
  trackerOwed,
  routesOf,
  type CaseChanges,
  type CaseState,
  type DutyChange,
  type Mark,
  type Notice,
  type PapersOwed,
  type Terms,
} from '@redress/policy';
import { allOfItLeaves, markMisconduct } from './misconduct.step.ts';
import { entry, no, step, type TakeCommand } from './step.ts';

const LEADERS_OF_SERIOUS: Notice = { to: { kind: 'capability', capability: 'lead' }, code: 'serious' };

/** A person overrules level, class, grade, seriousness or kind; clocks are reckoned anew from their start (INT-18…22, PRC-22). */
export const changeGrading: TakeCommand<'changeGrading'> = (state, terms, command) => {
  const { reason: _words, ...given } = command.facts;
  const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CaseChanges;
  if (wanted.level !== undefined && !terms.levels.includes(wanted.level))
    return no('no-such-level', { level: wanted.level });
  const classes = terms.classes.map(({ code }) => code);
  if (wanted.class !== undefined && !classes.includes(wanted.class))
    return no('no-such-class', { class: wanted.class });
  if (wanted.class !== undefined && classes.indexOf(wanted.class) < classes.indexOf(state.class))
    return no('class-falls', { from: state.class, to: wanted.class });
  if (wanted.kind === 'misconduct-report') return allOfItLeaves(state, terms, { kind: wanted.kind });
  const changes = { ...wanted, ...byGrade(state, terms, wanted) };
  const changed = Object.entries(changes).filter(([field, value]) => state[field as keyof CaseState] !== value);
  if (changed.length === 0) return no('nothing-to-change');
  const onSite = onSiteWork(state, wanted.grade ?? state.grade, terms, command.acceptedAt);
  const grading = { ...withItsDate(state, Object.fromEntries(changed)), ...onSite.changes, provisional: false };
  const { changes: after, entries, duties, notices, messages } = regraded(state, terms, grading);
  return step(after, [...entries, ...onSite.entries], {
    ...{ messages, duties: [...duties, ...onSite.duties], notices: [...notices, ...onSite.notices] },
  });
};

/** A provisional level is confirmed by a person (INT-19). */
export const confirmGrading: TakeCommand<'confirmGrading'> = (state) =>
  state.provisional
    ? step({ provisional: false }, [entry('confirmed', { level: state.level, class: state.class })])
    : no('already-done');

/** Something has come to light, or turned out not to be so; a mark makes serious where the pack says so, never less (INT-21). */
export const mark: TakeCommand<'mark'> = (state, terms, command) => {
  const { mark: name, holds } = command.facts;
  if (name === 'misconduct') return markMisconduct(state, terms, command);
  if (name === 'unreasonable-demands' && terms.arbitrationFrom === name) return no('goes-to-arbitration');
  if (state.marks.includes(name) === holds) return no('nothing-to-change', { mark: name });
  if (!holds)
    return step({ marks: state.marks.filter((one) => one !== name) }, [entry('marked', { mark: name, holds })]);
  const { changes, entries, ...more } = marked(state, terms, name);
  return step(changes, entries, more);
};

/** What a mark that holds from now on brings about: grading, routes, clocks. */
export function marked(state: CaseState, terms: Terms, name: Mark): ReturnType<typeof regraded> {
  const marks = [...state.marks, name];
  const grading = regraded(state, terms, { marks, ...withItsDate(state, byMark(state, terms, name)) });
  return {
    ...grading,
    entries: [entry('marked', { mark: name, holds: true }), ...grading.entries],
    notices: [...routesOf([name]), ...grading.notices],
  };
}

/** The class after the same customer has come again: 2 at least (INT-3, INT-20). */
export function atLeastSecondClass(state: CaseState, terms: Terms): CaseChanges {
  const classes = terms.classes.map(({ code }) => code);
  const second = classes[1];
  return second !== undefined && classes.indexOf(state.class) < 1 ? { class: second } : {};
}

/** What follows where changes touch the grading: what is told, who is told, which clocks are reckoned anew. */
export function regraded(state: CaseState, terms: Terms, changes: CaseChanges) {
  const after = { ...state, ...changes };
  const clocks = after.level !== state.level || after.fastLane !== state.fastLane;
  const risen = after.class !== state.class;
  const { level, class: its, grade, serious, kind, fastLane } = after;
  const told = clocks || risen || grade !== state.grade || serious !== state.serious || kind !== state.kind;
  const owed = risen ? owedByClass(after, terms) : NOTHING_OWED;
  return {
    changes: { ...changes, ...owed.changes },
    entries: told ? [entry('regraded', { level, class: its, grade, serious, kind, fastLane })] : [],
    duties: [...(clocks ? [RECKONED_ANEW] : []), ...owed.duties],
    notices: [
      ...(after.serious && !state.serious ? [LEADERS_OF_SERIOUS] : []),
      ...(risen ? toldOfClass(terms, its) : []),
      ...owed.notices,
    ],
    messages: clocks ? [{ purpose: 'timetable' } as const] : [],
  };
}

/** The class asks for a tracker from now on; once the result is told also for its papers (PRC-27). */
function owedByClass(state: CaseState, terms: Terms): PapersOwed {
  const tracker = trackerOwed(state, terms);
  const papers = state.resultToldAt === null ? NOTHING_OWED : papersOwed(state, terms);
  return { ...papers, duties: [...tracker, ...papers.duties] };
}

const NOTHING_OWED: PapersOwed = { changes: {}, duties: [], notices: [] };

const RECKONED_ANEW: DutyChange = { kind: 'every', does: 'recompute' };

/** The handler's date goes with its level: where another level asks for one, it is to be given anew (PRC-20). */
function withItsDate(state: CaseState, changes: CaseChanges): CaseChanges {
  const stays = changes.level === undefined || changes.level === state.level || state.solveDate === null;
  return stays ? changes : { ...changes, solveDate: null };
}

function toldOfClass(terms: Terms, code: string): Notice[] {
  const rule = terms.classes.find((one) => one.code === code);
  return (rule?.tellsAtOnce ?? []).map((to) => ({ to, code: 'class-risen' }));
}

function byMark(state: CaseState, terms: Terms, name: Mark): CaseChanges {
  const fast = terms.fastLaneMarks.includes(name);
  const [gravest] = terms.levels;
  return {
    ...(terms.seriousMarks.includes(name) || fast ? { serious: true } : {}),
    ...(fast && gravest !== undefined ? { fastLane: true, level: gravest } : {}),
    ...(terms.reportMarks.includes(name) && state.report === 'none' ? { report: 'running' as const } : {}),
  };
}

/** A grade that rises may make it serious and ask for a report (INT-21, INT-22, PRC-28). */
function byGrade(state: CaseState, terms: Terms, { grade, serious }: CaseChanges): CaseChanges {
  if (grade === undefined) return {};
  const from = (least: number | null) => least !== null && grade >= least;
  return {
    ...(from(terms.seriousFromGrade) && serious === undefined ? { serious: true } : {}),
    ...(from(terms.reportFromGrade) && state.report === 'none' ? { report: 'running' as const } : {}),
  };
}
