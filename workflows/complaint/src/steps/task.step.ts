import { covers, costOf, setTaskFor, type CaseState, type SetTask, type Stage } from '@redress/policy';
import { settled } from './close.step.ts';
import { entry, no, step, without, type TakeCommand } from './step.ts';

/** A stage is entered: `resolving` brings the task that carries the remedy out (PRC-7). */
export function entering(state: CaseState, stage: Stage): SetTask {
  const remedy = stage === 'resolving' ? setTaskFor(state, 'remedy') : { changes: {}, entries: [], duties: [] };
  return { ...remedy, changes: { stage, ...remedy.changes } };
}

/** A visit, a repair, a payment: for a department or the owner, with a due time (PRC-7). */
export const setTask: TakeCommand<'setTask'> = (state, _terms, command) => {
  const { kind, departmentId, dueAt } = command.facts;
  const { changes, entries, duties } = setTaskFor(state, kind, {
    ...(departmentId === undefined ? {} : { holder: { kind: 'department', departmentId } }),
    ...(dueAt === undefined ? {} : { dueAt }),
  });
  return step(changes, entries, {
    duties,
    notices: departmentId === undefined ? [] : [{ to: { kind: 'department', departmentId }, code: 'task' }],
  });
};

/**
 * Done when evidenced; when the last one of the remedy is, the result can be told (PRC-5, PRC-7). What was done on the spot may
 * be logged afterwards, in any order (INT-22); after the result, the last one may be all that was still owed.
 */
export const completeTask: TakeCommand<'completeTask'> = (state, _terms, command) => {
  const { task: ref, doneAt } = command.facts;
  const task = state.tasks[ref];
  if (task === undefined) return no('no-such-task', { task: ref });
  const tasks = without(state.tasks, ref);
  const done = entry('task-done', { task: ref, kind: task.kind, doneAt: doneAt ?? null });
  const duties = [{ kind: 'task', ref, does: 'met', ...(doneAt === undefined ? {} : { doneAt }) } as const];
  const resolved = state.stage === 'resolving' && Object.keys(tasks).length === 0;
  if (state.resultToldAt !== null) return settled(state, { tasks }, [done], { duties }, state.survey !== 'none');
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
