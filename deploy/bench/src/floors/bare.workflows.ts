import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

/** How much of each a bare process does: as much as a process of the product did. */
export interface BareLife {
  readonly activities: number;
  readonly timers: number;
  readonly updates: number;
}

/** Name of a bare process's update. */
export const ACT = 'act';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1 minute' });
const act = defineUpdate<void>(ACT);
const LONG = '30 days';

/** Works, sleeps under a timer until it is asked, works, answers; to its last update. */
export async function bareLife({ activities, timers, updates }: BareLife): Promise<void> {
  let asked = 0;
  let answered = 0;
  setHandler(act, async () => {
    const mine = (asked += 1);
    await condition(() => answered >= mine);
  });
  for (let turn = 0; turn <= updates; turn += 1) {
    for (let n = shareOf(activities, updates + 1, turn); n > 0; n -= 1) await nothing();
    answered = turn;
    if (turn < updates) await (turn < timers ? condition(() => asked > turn, LONG) : condition(() => asked > turn));
  }
  await condition(() => answered >= asked);
}

/** Is started, and nobody polls for it. */
export async function bareStart(): Promise<void> {}

function shareOf(all: number, turns: number, turn: number): number {
  return Math.floor((all * (turn + 1)) / turns) - Math.floor((all * turn) / turns);
}
