import { describe, expect, it } from '@jest/globals';
import type { KpiFacts } from './kpi.ts';
import { countsAsResolved, countsInFigures, kpiOf } from './kpi.ts';

const kpi = (other: Partial<KpiFacts>) =>
  kpiOf({ dutiesDue: 20, dutiesMetInTime: 15, resultScores: [5, 3], closed: 10, closedForGood: 8, ...other });

describe('the KPIs (IMP-2)', () => {
  it('are duties in time, mean satisfaction and complaints closed for good, weighted 30 / 40 / 30', () => {
    expect(kpi({})).toEqual({
      timeliness: 75,
      satisfaction: 75,
      resolution: 80,
      total: 76.5,
      marked: false,
      smallNumbers: true,
    });
  });

  it('give 0 for the worst score and 100 for the best', () => {
    expect(kpi({ resultScores: [1] }).satisfaction).toBe(0);
    expect(kpi({ resultScores: [5] }).satisfaction).toBe(100);
  });

  it('drop a part without data, rescale the weights and mark the total', () => {
    const withoutSurvey = kpi({ resultScores: [] });
    expect(withoutSurvey).toMatchObject({ satisfaction: null, marked: true });
    expect(withoutSurvey.total).toBeCloseTo((75 * 30 + 80 * 30) / 60, 10);
  });

  it('have no total where nothing was due, answered or closed', () => {
    const nothing = { dutiesDue: 0, dutiesMetInTime: 0, resultScores: [], closed: 0, closedForGood: 0 };
    expect(kpi(nothing)).toMatchObject({ total: null, marked: true, smallNumbers: false });
  });

  it("take the pack's weights", () => {
    const facts = { dutiesDue: 10, dutiesMetInTime: 10, resultScores: [1], closed: 10, closedForGood: 0 };
    expect(kpiOf(facts, { timeliness: 100, satisfaction: 0, resolution: 0 }).total).toBe(100);
  });

  it('mark what rests on fewer than ten cases', () => {
    const enough = Array.from({ length: 10 }, () => 4);
    expect(kpi({ resultScores: enough }).smallNumbers).toBe(false);
    expect(kpi({ resultScores: enough, closed: 9 }).smallNumbers).toBe(true);
  });

  it('count neither what was withdrawn, merged or transferred nor what was no complaint', () => {
    const none = ['withdrawn', 'merged', 'transferred', 'not-a-complaint'] as const;
    expect(none.map(countsInFigures)).toEqual([false, false, false, false]);
    expect(countsInFigures('declined')).toBe(true);
    expect(countsAsResolved('solved')).toBe(true);
    expect(countsAsResolved('settled-by-reply')).toBe(true);
    expect(countsAsResolved('not-reached')).toBe(false);
  });
});
