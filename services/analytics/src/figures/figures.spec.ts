import { describe, expect, it } from '@jest/globals';
import { DEFAULT_KPI_WEIGHTS } from '@redress/policy';
import { complaintsQuery } from './complaints.query.ts';
import { dailyFigures } from './daily.figures.ts';
import { figureOf } from './figure.view.ts';
import { dailyQuery, kpiQuery, trendQuery } from './figures.query.ts';
import { kpiFigures } from './kpi.figures.ts';
import { KPI_PART_CODES } from './kpi.parts.ts';
import type { KpiRow } from './kpi.queries.ts';
import { liveFigures } from './live.figures.ts';

const PERSON = '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11';
const readBack = (query: string) => complaintsQuery.parse(Object.fromEntries(new URLSearchParams(query)));

describe('a figure', () => {
  it('leads to the complaints behind it by a query that the list takes', () => {
    const { complaints } = figureOf(3, { open: true, departmentId: 'after & sales', level: undefined });
    expect(readBack(complaints)).toEqual({ open: true, departmentId: 'after & sales', limit: 50 });
  });

  it('of the open work stands by level, stage and department', () => {
    const none = { level: null, stage: null, department_id: null };
    const rows = [
      { ...none, count: 3, serious: 1 },
      { ...none, level: '2', count: 3, serious: 1 },
      { ...none, stage: 'assigned' as const, count: 3, serious: 1 },
    ];
    const live = liveFigures(rows, [{ kind: 'respond', running: 3, overdue: 2 }], 2, '2026-11-23T08:00:00.000Z');
    expect([live.open.count, live.serious.count, live.overdue.count, live.byDepartment]).toEqual([3, 1, 2, []]);
    expect(live.byLevel).toEqual([{ level: '2', count: 3, complaints: '?open=true&level=2' }]);
    expect(readBack(live.byClock[0]?.overdue.complaints ?? '')).toMatchObject({
      dutyKind: 'respond',
      verdict: 'overdue',
    });
  });

  it('is nought until work is there', () => {
    expect(liveFigures([], [], 0, '2026-11-23T08:00:00.000Z').open.count).toBe(0);
  });

  it('of a day says what happened and what did not', () => {
    const day = { day: '2026-11-23', departmentId: 'sales' };
    const [line] = dailyFigures([{ ...day, code: 'registered', count: 2 }], [{ ...day, category: 'price', count: 2 }]);
    expect([line?.counts['registered']?.count, line?.counts['closed']?.count]).toEqual([2, 0]);
    expect(readBack(line?.categories[0]?.complaints ?? '')).toMatchObject({
      happened: 'registered',
      category: 'price',
    });
  });

  const NOTHING = Object.fromEntries(KPI_PART_CODES.map((part) => [part, 0])) as KpiRow['counts'];

  it('of a person is made of duties, answers and closings, with what stands beside them', () => {
    const counts = { ...NOTHING, due: 4, late: 1, answered: 2, 'survey-sent': 4, 'survey-came-back': 2, closed: 2 };
    const more = { 'closed-for-good': 1, 'first-round': 1, 'followed-up': 3, 'stays-solved': 2 };
    const row = { id: PERSON, counts: { ...counts, ...more }, resultScores: [5, 2] };
    const kpi = kpiFigures(row, 'person', '2026-11', DEFAULT_KPI_WEIGHTS);
    expect(kpi).toMatchObject({
      ...{ timeliness: 75, satisfaction: 62.5, resolution: 50, total: 62.5, marked: false, smallNumbers: true },
      ...{ responseRate: 50, firstRoundShare: 50, followUps: { count: 3 }, followUpsPassed: { count: 2 } },
    });
    expect([kpi.dutiesLate.count, readBack(kpi.dutiesLate.complaints).kpiPerson]).toEqual([1, PERSON]);
    expect(readBack(kpi.answered.complaints)).toMatchObject({ kpi: 'answered', kpiPeriod: '2026-11' });
  });

  it('of nobody is marked where a part has no data', () => {
    const row = { id: null, counts: { ...NOTHING, due: 1, late: 1 }, resultScores: [] };
    const nobody = kpiFigures(row, 'person', '2026-11', DEFAULT_KPI_WEIGHTS);
    expect(nobody).toMatchObject({ satisfaction: null, resolution: null, responseRate: null, total: 0, marked: true });
    expect(readBack(nobody.closed.complaints).kpiPerson).toBe('nobody');
  });

  it.each([
    [dailyQuery, { from: '2026-11-24', to: '2026-11-23' }],
    [dailyQuery, { from: '2026-02-30', to: '2026-03-01' }],
    [dailyQuery, { from: '2024-01-01', to: '2026-01-01' }],
    [kpiQuery, { by: 'company', from: '2026-11' }],
    [trendQuery, { by: 'category', from: '2026-11', to: '2026-10' }],
    [trendQuery, { by: 'category', from: '2016-01', to: '2026-10' }],
    [kpiQuery, { by: 'person', from: '2026-13' }],
    [complaintsQuery, { open: 'maybe' }],
    [complaintsQuery, { closedIn: '2026-Q9' }],
    [complaintsQuery, { nonsense: '1' }],
  ])('is not asked for by nonsense (%#)', (schema, query) => {
    expect(schema.safeParse(query).success).toBe(false);
  });
});
