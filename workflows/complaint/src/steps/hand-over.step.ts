import type { CaseState, HandOver } from '@redress/policy';
import { toBeAssigned } from './places.ts';
import { entry, no, step, type TakeCommand, type Verdict } from './step.ts';

const RULING = {
  duties: [{ kind: 'ruling', does: 'open', holder: { kind: 'capability', capability: 'decide-hand-overs' } }],
  notices: [{ to: { kind: 'capability', capability: 'decide-hand-overs' }, code: 'ruling-due' }],
} as const;

/** What its people still owed goes with them. */
const OF_THE_SENDER = [
  { kind: 'accept', does: 'dropped' },
  { kind: 'backup', does: 'dropped' },
] as const;

/** To another department, with the facts written down; sent again where it was refused, it is ruled on (PRC-2). */
export const handOver: TakeCommand<'handOver'> = (state, _terms, command) => {
  const to = command.facts.departmentId;
  const before = state.handOver;
  if (to === state.departmentId) return no('same-department', { departmentId: to });
  if (before?.ruling === 'given') return no('ruling-binds', { departmentId: state.departmentId });
  if (before?.ruling === 'due') return no('ruling-due');
  const refusedBy = before?.refusedBy ?? [];
  if (refusedBy.includes(to)) return awaitRuling(state, { ...(before as HandOver), ruling: 'due' });
  return sendOn(state, to, { from: state.departmentId, sender: state.owner, refusedBy, ruling: 'none' });
};

/** The receiving department says no, once: back to its sender; refused by the next, it is ruled on (PRC-2). */
export const refuseHandOver: TakeCommand<'refuseHandOver'> = (state) => {
  const before = state.handOver;
  if (before === null) return no('no-hand-over');
  if (before.ruling !== 'none') return no(before.ruling === 'due' ? 'ruling-due' : 'ruling-binds');
  const refusedBy = [...before.refusedBy, state.departmentId];
  if (before.refusedBy.length > 0) return awaitRuling(state, { ...before, refusedBy, ruling: 'due' });
  const back = { departmentId: before.from, handOver: { ...before, refusedBy }, bounces: state.bounces + 1 };
  const sentBack = entry('sent-back', { from: state.departmentId, to: before.from, bounces: back.bounces });
  const duties = OF_THE_SENDER;
  if (before.sender === null) return step({ ...toBeAssigned(state), ...back }, [sentBack], { duties });
  return step(
    { ...back, stage: 'investigating', owner: before.sender, backup: null, head: null, accepted: true },
    [sentBack],
    { duties, notices: [{ to: { kind: 'owner' }, code: 'sent-back-to-you' }] },
  );
};

/** The complaint manager decides, bindingly (PRC-2). */
export const ruleOnHandOver: TakeCommand<'ruleOnHandOver'> = (state, _terms, command) => {
  const to = command.facts.departmentId;
  const before = state.handOver;
  if (before?.ruling !== 'due') return no('nothing-due');
  const handOver = { ...before, ruling: 'given' } as const;
  const ruled = entry('ruled', { departmentId: to });
  const met = { kind: 'ruling', does: 'met' } as const;
  if (to === state.departmentId) {
    return step({ handOver }, [ruled], { duties: [met], notices: [{ to: { kind: 'owner' }, code: 'ruled' }] });
  }
  return step({ ...toBeAssigned(state), departmentId: to, handOver, bounces: state.bounces + 1 }, [ruled], {
    duties: [met, ...OF_THE_SENDER],
  });
};

function sendOn(state: CaseState, to: string, handOver: HandOver): Verdict {
  const bounces = state.bounces + 1;
  const sent = entry('sent-on', { from: state.departmentId, to, bounces });
  return step({ ...toBeAssigned(state), departmentId: to, handOver, bounces }, [sent], {
    duties: OF_THE_SENDER,
  });
}

function awaitRuling(state: CaseState, handOver: HandOver): Verdict {
  return step({ handOver }, [entry('ruled', { departmentId: null }, 'hand-over-disputed')], RULING);
}
