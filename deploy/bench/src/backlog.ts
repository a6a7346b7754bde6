import type { Tx } from '@redress/db';

/** Complaints whose process has not been started, and complaints that no owner has been found for. */
export interface Backlog {
  readonly unstarted: number;
  readonly unassigned: number;
}

export async function backlog(tx: Tx): Promise<Backlog> {
  const [row] = await tx.query<Backlog>(
    `SELECT (SELECT count(*)::int FROM intake.outbox WHERE queue = 'start' AND state = 'waiting') AS unstarted,
            (SELECT count(*)::int FROM intake.complaints WHERE stage = 'received') AS unassigned`,
  );
  return row ?? { unstarted: 0, unassigned: 0 };
}

/** Waits until `done`; throws when nothing has moved for a minute. */
export async function settles(tx: Tx, done: (now: Backlog) => boolean): Promise<void> {
  let last = '';
  let movedAt = Date.now();
  for (;;) {
    const now = await backlog(tx);
    if (done(now)) return;
    const shown = JSON.stringify(now);
    if (shown !== last) movedAt = Date.now();
    last = shown;
    if (Date.now() - movedAt > STUCK_MS) throw new Error(`nothing moves any more: ${shown}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const STUCK_MS = 60_000;
const LOOK_MS = 50;
