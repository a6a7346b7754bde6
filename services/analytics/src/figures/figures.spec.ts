import { describe, expect, it } from '@jest/globals';
import { complaintsQuery } from './complaints.query.ts';
import { dailyFigures } from './daily.figures.ts';
import { figureOf } from './figure.view.ts';
import { dailyQuery, kpiQuery } from './figures.query.ts';
import { kpiFigures } from './kpi.figures.ts';
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

  it('of a person is marked: there are no surveys, and few cases', () => {
    const kpi = kpiFigures(
      { id: PERSON, dutiesDue: 4, dutiesMetInTime: 3, closed: 2, closedForGood: 1 },
      'person',
      '2026-11',
    );
    expect(kpi).toMatchObject({
      timeliness: 75,
      satisfaction: null,
      resolution: 50,
      total: 62.5,
      marked: true,
      smallNumbers: true,
    });
    expect([kpi.dutiesLate.count, readBack(kpi.dutiesLate.complaints).kpiPerson]).toEqual([1, PERSON]);
    const nobody = kpiFigures(
      { id: null, dutiesDue: 1, dutiesMetInTime: 0, closed: 0, closedForGood: 0 },
      'person',
      '2026-11',
    );
    expect([nobody.resolution, readBack(nobody.closed.complaints).kpiPerson]).toEqual([null, 'nobody']);
  });

  it.each([
    [dailyQuery, { from: '2026-11-24', to: '2026-11-23' }],
    [dailyQuery, { from: '2026-02-30', to: '2026-03-01' }],
    [dailyQuery, { from: '2024-01-01', to: '2026-01-01' }],
    [kpiQuery, { by: 'team', from: '2026-11' }],
    [kpiQuery, { by: 'person', from: '2026-13' }],
    [complaintsQuery, { open: 'maybe' }],
    [complaintsQuery, { closedIn: '2026-Q9' }],
    [complaintsQuery, { nonsense: '1' }],
  ])('is not asked for by nonsense (%#)', (schema, query) => {
    expect(schema.safeParse(query).success).toBe(false);
  });
});
