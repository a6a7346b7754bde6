import type { DUTY_KINDS, Instant } from '@redress/policy';
import { figureOf } from './figure.view.ts';
import type { LiveView } from './figures.view.ts';
import type { LiveQueries } from './live.queries.ts';

type OpenRows = Awaited<ReturnType<LiveQueries['open']>>;
type ClockRows = Awaited<ReturnType<LiveQueries['clocks']>>;

/** The live figures, each with the way to its complaints. */
export function liveFigures(open: OpenRows, clocks: ClockRows, overdue: number, asOf: Instant): LiveView {
  const all = open.find((row) => row.level === null && row.stage === null && row.department_id === null);
  return {
    asOf,
    open: figureOf(all?.count ?? 0, { open: true }),
    serious: figureOf(all?.serious ?? 0, { open: true, serious: true }),
    overdue: figureOf(overdue, { open: true, verdict: 'overdue' }),
    byLevel: open.flatMap(({ level, count }) =>
      level === null ? [] : [{ level, ...figureOf(count, { open: true, level }) }],
    ),
    byStage: open.flatMap(({ stage, count }) =>
      stage === null ? [] : [{ stage, ...figureOf(count, { open: true, stage }) }],
    ),
    byDepartment: open.flatMap(({ department_id: departmentId, count }) =>
      departmentId === null ? [] : [{ departmentId, ...figureOf(count, { open: true, departmentId }) }],
    ),
    byClock: clocks.map((row) => clockFigures(row)),
  };
}

function clockFigures({ kind, running, overdue }: ClockRows[number]): LiveView['byClock'][number] {
  const dutyKind = kind as (typeof DUTY_KINDS)[number];
  return {
    kind,
    running: figureOf(running, { dutyKind, verdict: 'open' }),
    overdue: figureOf(overdue, { dutyKind, verdict: 'overdue' }),
  };
}
