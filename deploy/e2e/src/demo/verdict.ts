import type { StorySession } from '@redress/scenario';
import type { Tx } from '@redress/db';
import { readAnalytics } from '../readers/analytics.reader.ts';
import { readProcesses } from '../readers/process.reader.ts';
import { reconcile } from '../readers/reconcile.ts';
import { readRegister } from '../readers/register.reader.ts';
import { readTopic } from '../readers/topic.reader.ts';
import type { Company } from './company.ts';

const VISIBILITY_MS = 5_000;

/** Asks four independent readers for every complaint; answers a sentence for each difference. */
export async function judge(session: StorySession, company: Company, filed: readonly string[]): Promise<string[]> {
  const manager = company.called('wei.liu');
  const reports = [
    await readRegister(session.database),
    await readTopic(session.bus),
    await readAnalytics(company.installation.urls.analytics, manager, filed),
  ];
  const until = Date.now() + VISIBILITY_MS;
  for (;;) {
    const differences = reconcile(filed, [...reports, await readProcesses(session.temporal)]);
    // Temporal's listing is written beside its histories, a moment later.
    if (differences.length === 0 || Date.now() > until) return differences;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The table that the demo ends with. */
export async function summary(tx: Tx): Promise<[string, string | number][]> {
  const [row] = await tx.query<Record<string, number>>(`
    SELECT
      (SELECT count(*)::int FROM intake.complaints) AS filed,
      (SELECT count(*)::int FROM intake.duties WHERE kind = 'respond' AND verdict = 'in-time') AS "first contact in time",
      (SELECT count(*)::int FROM intake.duties WHERE kind = 'respond' AND verdict = 'late') AS "first contact late",
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'handed-over') AS "handed over",
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'returned') AS returned,
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'reopened') AS reopened,
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'closed') AS closed,
      (SELECT count(*)::int FROM intake.complaints WHERE stage = 'ended') AS ended`);
  const rungs = await tx.query<{ rung: string; n: number }>(
    `SELECT split_part(duty_id, '-', 1) || ' ' || rung AS rung, count(*)::int AS n FROM intake.rungs
     WHERE fired_at IS NOT NULL AND rung <> 'passes' GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  return [...Object.entries(row ?? {}), ...rungs.map(({ rung, n }): [string, number] => [`rung: ${rung}`, n])];
}
