import {
  IMPROVEMENT_QUEUE,
  type ActionReply,
  type ActionStart,
  type ImprovementActivities,
} from '@redress/contracts/action-workflow';
import { WAKE } from '@redress/contracts/workflow';
import { RECORD } from '@redress/temporal/sandbox';
import {
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

const improvement = proxyActivities<ImprovementActivities>({ ...RECORD, taskQueue: IMPROVEMENT_QUEUE });
const wake = defineSignal(WAKE);

/**
 * An improvement action's process, from its plan until its effect has been judged (IMP-10, IMP-11): ask the table what is
 * due, sleep until the next instant or until somebody acts; again. It holds nothing that the table does not hold, so it
 * can be started anew at any time.
 */
export async function improvementAction(start: ActionStart): Promise<void> {
  let woken = false;
  let failures = 0;
  setHandler(wake, () => {
    woken = true;
  });
  for (;;) {
    woken = false;
    const reply = await ask(start);
    failures = reply === null ? failures + 1 : 0;
    if (reply?.closed === true) return;
    await sleep(reply === null ? pauseAfter(failures) : reply.wakeAfterMs, () => woken);
    if (workflowInfo().continueAsNewSuggested && !woken) await continueAsNew<typeof improvementAction>(start);
  }
}

/** Null after a failure that retrying does not heal. */
async function ask(start: ActionStart): Promise<ActionReply | null> {
  try {
    return await improvement.fireActionDue(start);
  } catch (failure) {
    if (isCancellation(failure)) throw failure;
    return null;
  }
}

/** A minute, doubling to fifteen: it never waits without a timer after a failure. */
function pauseAfter(failures: number): number {
  return Math.min(MINUTE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}

async function sleep(ms: number | null, woken: () => boolean): Promise<void> {
  if (ms === null) await condition(woken);
  else if (ms > 0) await condition(woken, ms);
}
