import type { Bus, Following } from '@redress/bus';
import type { Tx } from '@redress/db';
import { FOLLOWERS } from './installation.ts';

/** What is still at work, by name and number; empty when it is quiet. */
export type AtWork = Readonly<Record<string, number>>;

/** What quiet is asked for. */
export interface QuietScope {
  /** Ids of the complaints whose due instants must have fired; left out: of all. */
  readonly among?: readonly string[];
  /** The consumers that must have caught up; left out: all. */
  readonly followers?: readonly Following[];
}

const LOOK_EVERY_MS = 20;

/**
 * Everything that can still be at work leaves a trace in the tables: commands without outcome, facts and starts unsent,
 * words not indexed, answers owed by other services, due instants not fired; and in Kafka: what consumers have not taken.
 */
const TRACES = `
  SELECT
    (SELECT count(*)::int FROM intake.commands WHERE outcome IS NULL AND stuck IS NULL) AS commands,
    (SELECT count(*)::int FROM intake.outbox WHERE state = 'waiting') AS "intake outbox",
    (SELECT count(*)::int FROM staffing.outbox WHERE state = 'waiting') AS "staffing outbox",
    (SELECT count(*)::int FROM improvement.outbox WHERE state = 'waiting') AS "improvement outbox",
    (SELECT count(*)::int FROM improvement.actions
     WHERE next_due_at <= (SELECT at FROM domain_clock.now)) AS actions,
    (SELECT count(*)::int FROM staffing.absences WHERE due_at <= (SELECT at FROM domain_clock.now)) AS absences,
    (SELECT count(*)::int FROM intake.crossings WHERE choice IS NULL AND cleared_at IS NULL AND late_told_at IS NULL
     AND choice_due_at <= (SELECT at FROM domain_clock.now)) AS choices,
    (SELECT count(*)::int FROM intake.search_queue) AS "search queue",
    (SELECT count(*)::int FROM intake.imports WHERE state IN ('waiting', 'loading')) AS imports,
    (SELECT count(*)::int FROM intake.complaints WHERE ended_at IS NULL AND state ->> 'assignmentDuty' IS NOT NULL) AS assignments,
    (SELECT count(*)::int FROM intake.complaints
     WHERE ended_at IS NULL AND next_due_at <= (SELECT at FROM domain_clock.now)
       AND ($1::uuid[] IS NULL OR id = ANY($1))) AS "due instants"`;

const WRITTEN = `
  SELECT concat_ws(' ',
    (SELECT max(id) FROM intake.outbox), (SELECT max(id) FROM staffing.outbox),
    (SELECT max(id) FROM improvement.outbox),
    (SELECT count(*) FROM intake.commands)) AS written`;

interface Look {
  readonly working: AtWork;
  /** Grows with every fact, start and command. */
  readonly written: string;
}

/** Looks whether anything is still at work in an installation. */
export class Quiet {
  /** What had been written when these consumers were last found to have taken everything: until more is, they have. */
  private readonly taken = new Map<readonly Following[], string>();

  constructor(
    private readonly tx: Tx,
    private readonly bus: Bus,
  ) {}

  /** Looks once. */
  async atWork({ among, followers = FOLLOWERS }: QuietScope = {}): Promise<AtWork> {
    const before = await this.look(among);
    if (Object.keys(before.working).length > 0 || before.written === this.taken.get(followers)) return before.working;
    const behind = Object.entries(await this.bus.lag(followers)).filter(([, records]) => records > 0);
    if (behind.length > 0) return Object.fromEntries(behind.map(([group, records]) => [`lag of ${group}`, records]));
    // A consumer that acts may have written while the lag was asked for: nothing may have come in between.
    const after = await this.look(among);
    if (after.written !== before.written) return { ...after.working, 'written meanwhile': 1 };
    this.taken.set(followers, after.written);
    return after.working;
  }

  /** Waits until nothing is at work. Throws after `withinMs` with what still is: something is stuck. */
  async wait(withinMs = 60_000, scope: QuietScope = {}): Promise<void> {
    const until = Date.now() + withinMs;
    for (;;) {
      const working = await this.atWork(scope);
      if (Object.keys(working).length === 0) return;
      if (Date.now() > until) throw new Error(`not quiet after ${withinMs} ms: ${JSON.stringify(working)}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private async look(among: QuietScope['among']): Promise<Look> {
    const [traces] = await this.tx.query<Record<string, number>>(TRACES, [among ?? null]);
    const [row] = await this.tx.query<{ written: string }>(WRITTEN);
    const working = Object.entries(traces ?? {}).filter(([, count]) => count > 0);
    return { working: Object.fromEntries(working), written: row?.written ?? '' };
  }
}
