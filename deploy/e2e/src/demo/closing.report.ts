import type { Tx } from '@redress/db';
import { z } from 'zod';
import type { Company } from './company.ts';

const kpi = z.object({
  items: z.array(
    z.object({
      id: z.string().nullable(),
      timeliness: z.number().nullable(),
      satisfaction: z.number().nullable(),
      resolution: z.number().nullable(),
      total: z.number().nullable(),
    }),
  ),
});

/** The table that the demo ends with: what was filed, what became of it, which rungs fired, the figures. */
export async function closingReport(tx: Tx, company: Company): Promise<string[]> {
  const counts = Object.entries(await countsOf(tx)).map(([name, count]) => line(name, count));
  const rungs = (await rungsOf(tx)).map(({ rung, count }) => line(`escalated: ${rung}`, count));
  return [...counts, ...rungs, '', ...(await figures(company))];
}

const line = (name: string, value: string | number) => `  ${name.padEnd(34)} ${String(value).padStart(6)}`;

async function countsOf(tx: Tx): Promise<Record<string, number>> {
  const [row] = await tx.query<Record<string, number>>(`
    SELECT
      (SELECT count(*)::int FROM intake.complaints) AS filed,
      (SELECT count(*)::int FROM intake.duties WHERE kind = 'respond' AND verdict = 'in-time') AS "acknowledged by a person in time",
      (SELECT count(*)::int FROM intake.duties WHERE kind = 'respond' AND verdict = 'late') AS "acknowledged late",
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'handed-over') AS "handed over",
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'returned') AS returned,
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'reopened') AS reopened,
      (SELECT count(*)::int FROM intake.timeline WHERE code = 'closed') AS closed,
      (SELECT count(*)::int FROM intake.complaints WHERE stage = 'ended') AS ended,
      (SELECT count(*)::int FROM intake.messages) AS "messages to customers"`);
  return row ?? {};
}

/** By clock and rung; the warning to the owner is the ladder's foot. */
async function rungsOf(tx: Tx): Promise<{ rung: string; count: number }[]> {
  return tx.query(
    `SELECT kind || ', ' || rung AS rung, count(*)::int AS count
     FROM intake.rungs JOIN intake.duties USING (complaint_id, duty_id)
     WHERE fired_at IS NOT NULL AND rung NOT IN ('passes', 'repeats', 'send', 'remind') GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}

async function figures(company: Company): Promise<string[]> {
  const url = `${company.installation.urls.analytics}/figures/kpi?by=department&period=quarter&from=2026-10`;
  const { items } = kpi.parse((await company.called('wei.liu').get(url)).body);
  const columns = ['timeliness', 'satisfaction', 'resolution', 'total'] as const;
  const cell = (value: number | null) => (value === null ? '–' : value.toFixed(1)).padStart(13);
  return [
    `  ${'KPI of the quarter'.padEnd(20)}${columns.map((name) => name.padStart(13)).join('')}`,
    ...items.map((item) => `  ${(item.id ?? '').padEnd(20)}${columns.map((name) => cell(item[name])).join('')}`),
  ];
}
