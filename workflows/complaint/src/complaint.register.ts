import {
  INTAKE_QUEUE,
  RUN_AHEAD,
  SEARCH_ATTRIBUTES,
  STAFFING_QUEUE,
  type Cause,
  type IntakeActivities,
  type RecordStepInput,
  type RegisterReply,
  type StaffingActivities,
} from '@redress/contracts/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import { ASK, RECORD } from '@redress/temporal/sandbox';
import { ActivityFailure, ApplicationFailure, proxyActivities, upsertSearchAttributes } from '@temporalio/workflow';
import type { ComplaintLife } from './complaint.life.ts';
import type { Verdict } from './steps/step.ts';

const register = proxyActivities<IntakeActivities>({ ...RECORD, taskQueue: INTAKE_QUEUE });
/** Staffing's side of the process. */
export const staffing = proxyActivities<StaffingActivities>({ ...ASK, taskQueue: STAFFING_QUEUE });

const stage = defineSearchAttributeKey(SEARCH_ATTRIBUTES.stage, 'KEYWORD');
const sequence = defineSearchAttributeKey(SEARCH_ATTRIBUTES.sequence, 'INT');
const level = defineSearchAttributeKey(SEARCH_ATTRIBUTES.level, 'KEYWORD');
const department = defineSearchAttributeKey(SEARCH_ATTRIBUTES.department, 'KEYWORD');

/** Asks the register what is due, and takes over what it has recorded. */
export async function askRegister(life: ComplaintLife): Promise<void> {
  takeOver(life, await register.fireDue({ complaintId: life.complaintId, applied: life.applied }));
}

/**
 * Has one cause recorded. When other steps were stored first, the stage decides again on the new state. A verdict that
 * will never pass becomes a fault of its command, so that it stops nothing else.
 */
export async function settle(life: ComplaintLife, cause: Cause, decide: () => Verdict): Promise<RegisterReply> {
  for (;;) {
    const before = life.applied;
    const reply = await record(life, cause, verdictOf(decide));
    takeOver(life, reply);
    if (reply.settled || reply.awaitsCommands || life.applied === before) return reply;
  }
}

async function record(life: ComplaintLife, cause: Cause, verdict: RecordStepInput['verdict']): Promise<RegisterReply> {
  const input = { complaintId: life.complaintId, applied: life.applied, cause };
  try {
    return await register.recordStep({ ...input, verdict });
  } catch (failure) {
    const code = failureCode(failure);
    if (code === RUN_AHEAD || cause.kind !== 'command') throw failure;
    return register.recordStep({ ...input, verdict: { fault: code } });
  }
}

/** A stage that throws is a bug: the command meets a fault, the deadlines go on. */
function verdictOf(decide: () => Verdict): RecordStepInput['verdict'] {
  try {
    return decide();
  } catch {
    return { fault: 'DECISION_FAILED' };
  }
}

function takeOver(life: ComplaintLife, reply: RegisterReply): void {
  const changed = reply.steps.length > 0;
  life.apply(reply);
  if (!changed) return;
  upsertSearchAttributes([
    { key: stage, value: life.state.stage },
    { key: sequence, value: life.sequence },
    { key: level, value: life.state.level },
    { key: department, value: life.state.departmentId },
  ]);
}

/** The code that an activity failed with; activity errors carry codes only. */
export function failureCode(failure: unknown): string {
  if (failure instanceof ActivityFailure && failure.cause instanceof ApplicationFailure) {
    return failure.cause.type ?? 'UNKNOWN';
  }
  return 'UNKNOWN';
}
