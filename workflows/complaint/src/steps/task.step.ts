import {
  covers,
  costOf,
  type CaseChanges,
  type CaseState,
  type DutyChange,
  type Entry,
  type Instant,
  type Stage,
} from '@redress/policy';
import { entry, no, step, without, type TakeCommand } from './step.ts';

/** A task that the process itself sets: the owner sees to it unless a department is named. */
export function setFor(
  state: CaseState,
  kind: string,
  { departmentId = null, dueAt }: { departmentId?: string | null; dueAt?: Instant } = {},
): { changes: CaseChanges; entries: readonly Entry[]; duties: readonly DutyChange[] } {
  const tasksSet = state.tasksSet + 1;
  const ref = String(tasksSet);
  const holder = departmentId === null ? {} : { holder: { kind: 'department', departmentId } as const };
  return {
    changes: { tasksSet, tasks: { ...state.tasks, [ref]: { kind, departmentId, appointmentAt: null } } },
    entries: [entry('task-set', { task: ref, kind, departmentId })],
    duties: [{ kind: 'task', ref, does: 'open', ...holder, ...(dueAt === undefined ? {} : { dueAt }) }],
  };
}

/** A stage is entered: `resolving` brings the task that carries the remedy out (PRC-7). */
export function entering(state: CaseState, stage: Stage): ReturnType<typeof setFor> {
  const remedy = stage === 'resolving' ? setFor(state, 'remedy') : { changes: {}, entries: [], duties: [] };
  return { ...remedy, changes: { stage, ...remedy.changes } };
}

/** A visit, a repair, a payment: for a department or the owner, with a due time (PRC-7). */
export const setTask: TakeCommand<'setTask'> = (state, _terms, command) => {
  const { kind, departmentId, dueAt } = command.facts;
  const { changes, entries, duties } = setFor(state, kind, {
    departmentId: departmentId ?? null,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
  return step(changes, entries, {
    duties,
    notices: departmentId === undefined ? [] : [{ to: { kind: 'department', departmentId }, code: 'task' }],
  });
};

/** Done when evidenced; when the last one of the remedy is, the result can be told (PRC-5, PRC-7). */
export const completeTask: TakeCommand<'completeTask'> = (state, _terms, command) => {
  const { task: ref, doneAt } = command.facts;
  const task = state.tasks[ref];
  if (task === undefined) return no('no-such-task', { task: ref });
  const tasks = without(state.tasks, ref);
  const done = entry('task-done', { task: ref, kind: task.kind, doneAt: doneAt ?? null });
  const duties = [{ kind: 'task', ref, does: 'met' } as const];
  const resolved = state.stage === 'resolving' && Object.keys(tasks).length === 0;
  if (!resolved) return step({ tasks }, [done], { duties, notices: [{ to: { kind: 'owner' }, code: 'task-done' }] });
  return step({ tasks, stage: 'informing' }, [done, entry('resolved')], {
    duties,
    notices: [{ to: { kind: 'owner' }, code: 'result-to-tell' }],
  });
};

/** Agreed with the customer; a change is told (PRC-7). */
export const agreeAppointment: TakeCommand<'agreeAppointment'> = (state, _terms, command) => {
  const { task: ref, at } = command.facts;
  const task = state.tasks[ref];
  if (task === undefined) return no('no-such-task', { task: ref });
  const changed = task.appointmentAt !== null;
  return step(
    { tasks: { ...state.tasks, [ref]: { ...task, appointmentAt: at } } },
    [entry('appointed', { task: ref, at, changed })],
    {
      duties: [{ kind: 'news', does: 'restart' }],
      messages: [{ purpose: 'appointment', facts: { appointmentAt: at }, ...wordsOf(command.facts.place) }],
    },
  );
};

/** Something before the end; it counts against the limit (PRC-7). */
export const giveInterim: TakeCommand<'giveInterim'> = (state, _terms, command) => {
  const { amount } = command.facts;
  const interim = state.interim + amount;
  const limits = command.actor.limits ?? { compensation: 0, goodwill: 0 };
  const cost = costOf({ interim }, { author: command.actor.id, options: [], goodwill: 0, floor: null, aim: null });
  if (!covers(limits, cost)) return no('limit-too-low', { ...cost });
  return step({ interim }, [entry('interim-given', { amount, interim })], {
    duties: [{ kind: 'news', does: 'restart' }],
  });
};

function wordsOf(id: string | undefined): { words?: string } {
  return id === undefined ? {} : { words: id };
}
