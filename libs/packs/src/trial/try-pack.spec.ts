import { describe, expect, it } from '@jest/globals';
import { plusMs, type Facts } from '@redress/policy';
import { compilePack } from '../compile-pack.ts';
import { loadShippedCalendars, shippedPackDocument } from '../shipped.ts';
import type { PastClock, PastComplaint } from './past.complaint.ts';
import { tryPack } from './try-pack.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
const levels = compilePack(shippedPackDocument('levels') ?? '');
const HOUR = 3_600_000;
const RECEIVED = '2026-11-02T01:00:00.000Z';
const NOW = '2026-12-01T00:00:00.000Z';

const LEVEL3: Facts = { urgency: 1, severity: 3, prevalence: 1 };

/** Contacted and solved so many hours after it came; null: not yet. */
function past(number: string, facts: Facts, respond: number | null, solve: number | null): PastComplaint {
  const clock = (kind: 'respond' | 'solve', hours: number | null) => ({
    ...{ kind, startedAt: RECEIVED, givenDate: null, pauses: [] },
    endedAt: hours === null ? null : plusMs(RECEIVED, hours * HOUR),
  });
  const clocks = [clock('respond', respond), clock('solve', solve)];
  return { number, facts, packHash: levels.hash, levelByPerson: null, clocks, granted: [], underLaw: null };
}

function tried(says: string, complaints: readonly PastComplaint[]) {
  const text = `pack: stricter\nversion: '1'\ntitle: { zh: 更严, en: Stricter }\nextends: levels\n${says}\n`;
  return tryPack(complaints, compilePack(text).pack, { packOf: () => levels.pack, calendars, now: NOW });
}

describe('a pack tried on past complaints', () => {
  it('changes nothing where it is the same', () => {
    const report = tried('', [past('R-1', LEVEL3, 5, 60), past('R-2', {}, null, null)]);
    expect(report).toMatchObject({ complaints: 2, changed: [] });
    expect(report.clocks[0]).toMatchObject({ inTime: { before: 1, after: 1 }, late: { before: 1, after: 1 } });
  });

  it('says what a stricter level 3 would have cost: clocks, rungs, notices and the complaints behind them', () => {
    const report = tried(`levels: [{ code: '3', solve: 48h }]`, [
      past('R-1', LEVEL3, 5, 60),
      past('R-2', LEVEL3, 5, 30),
    ]);
    expect(report.clocks[1]).toMatchObject({ inTime: { before: 2, after: 1 }, late: { before: 0, after: 1 } });
    expect(report.rungs).toEqual([
      { rung: 'warning', fired: { before: 1, after: 1 } },
      { rung: 'backup', fired: { before: 0, after: 1 } },
    ]);
    expect(report.work.notices).toEqual({ before: 1, after: 2 });
    expect(report.changed).toEqual([
      {
        number: 'R-1',
        level: { before: '3', after: '3' },
        late: { before: [], after: ['solve'] },
        rungs: { before: ['solve warning'], after: ['solve warning', 'solve backup'] },
      },
    ]);
  });

  it('grades by the new rules, unless a person had decided', () => {
    const graver = `grading: { levels: [{ code: severe-or-many, gives: '2' }] }`;
    const report = tried(graver, [past('R-1', LEVEL3, 5, 60), { ...past('R-2', LEVEL3, 5, 60), levelByPerson: '4' }]);
    expect(report.levels).toEqual([
      { level: '2', complaints: { before: 0, after: 1 } },
      { level: '3', complaints: { before: 1, after: 0 } },
      { level: '4', complaints: { before: 1, after: 1 } },
    ]);
    expect(report.changed.map(({ number }) => number)).toEqual(['R-1']);
    expect(report.work.newsToCustomers).toEqual({ before: 2, after: 2 });
  });

  it('counts what is serious, and the approvals of leaders', () => {
    const report = tried(`grading: { serious: { fact: urgency, atLeast: 1 } }`, [past('R-1', LEVEL3, 5, 60)]);
    expect([report.serious, report.work.leadersApprovals]).toEqual([
      { before: 0, after: 1 },
      { before: 0, after: 1 },
    ]);
  });

  it('leaves pauses out where the law sets the clock', () => {
    const paused = past('R-1', LEVEL3, 5, 80);
    const pauses = [{ from: plusMs(RECEIVED, HOUR), to: plusMs(RECEIVED, 25 * HOUR) }];
    const complaint = { ...paused, clocks: paused.clocks.map((one) => ({ ...one, pauses })) };
    const report = tried(`levels: [{ code: '3', statutory: true }]`, [complaint]);
    expect(report.clocks[1]?.late).toEqual({ before: 0, after: 1 });
  });

  it('tries five hundred complaints one by one, and the totals are theirs', () => {
    const many = Array.from({ length: 500 }, (_, index) => past(`R-${index}`, LEVEL3, index % 12, index % 100));
    const report = tried(`levels: [{ code: '3', solve: 48h }]`, many);
    const late = many.filter((_, index) => index % 100 > 48).length;
    expect(report.clocks[1]?.late.after).toBe(late);
    expect(report.clocks[1]?.late.before).toBe(many.filter((_, index) => index % 100 > 72).length);
  });

  it('tries every clock that ran, the second of a kind too, and none that the pack asks for nowhere', () => {
    const ran = (kind: PastClock['kind'], days: number): PastClock => ({
      ...{ kind, startedAt: RECEIVED, givenDate: null, pauses: [] },
      endedAt: plusMs(RECEIVED, days * 24 * HOUR),
    });
    const kinds = [
      'date',
      'analysis',
      'follow-up',
      'report',
      'new-facts',
      'tracking',
      'write-up',
      'assessment',
    ] as const;
    const one = past('R-1', LEVEL3, 5, 60);
    const busy = { ...one, clocks: [...one.clocks, ran('solve', 2), ...kinds.map((kind) => ran(kind, 8))] };
    const stricter = `survey: { closeAfter: 7d }\nfollowUp: 7d\nreport: { within: 9d }\nwriteUp: { within: 9d }`;
    const { clocks } = tried(`${stricter}\nassessment: { due: when-ours, within: 5d }`, [busy]);
    const late = Object.fromEntries(clocks.map((figures) => [figures.kind, figures.late]));
    expect(late).toMatchObject({ analysis: { before: 0, after: 1 }, 'follow-up': { before: 0, after: 1 } });
    expect(late).toMatchObject({ report: { before: 1, after: 0 }, 'write-up': { before: 0, after: 0 } });
    expect(late).toMatchObject({ assessment: { before: 0, after: 1 }, tracking: { before: 1, after: 1 } });
    expect(clocks.find(({ kind }) => kind === 'solve')?.inTime).toEqual({ before: 2, after: 2 });
    expect(clocks.map(({ kind }) => kind)).not.toContain('date');
    expect(clocks.find(({ kind }) => kind === 'assessment')?.inTime).toEqual({ before: 0, after: 0 });
  });

  it('reckons what the law gives under the pack from the receipt to the result, with the time that was granted', () => {
    const uk = compilePack(shippedPackDocument('uk-financial-services') ?? '').pack;
    const state = { grade: 0, marks: [], level: '3', kind: 'complaint' } as const;
    const one = past('R-1', LEVEL3, 5, 60);
    const under = (days: number, categories: string[], granted: string[] = []) => {
      const underLaw = { state, categories, receivedAt: RECEIVED, resultToldAt: plusMs(RECEIVED, days * 24 * HOUR) };
      const report = tryPack([{ ...one, underLaw, granted }], uk, { packOf: () => levels.pack, calendars, now: NOW });
      return report.clocks.find(({ kind }) => kind === 'statutory');
    };

    expect(under(20, ['nothing-special'])?.inTime).toEqual({ before: 0, after: 1 });
    expect(under(60, ['nothing-special'])?.late.after).toBe(1);
    const [more] = uk.extensions ?? [];
    expect([under(28, ['payment'])?.late.after, under(28, ['payment'], [more?.code ?? ''])?.late.after]).toEqual([
      1, 0,
    ]);
  });
});
