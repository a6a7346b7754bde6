import { describe, expect, it } from '@jest/globals';
import { aPack, hours } from '../pack/pack.builder.ts';
import { FACT_OF_MARK, resolveTerms } from './terms.ts';

const HASH = 'a'.repeat(64);
const pack = aPack();
const terms = (level: string, other = pack) => resolveTerms(other, HASH, { level, class: '2' });

describe('the terms of a complaint', () => {
  it('are those of its pack, level and class', () => {
    expect(terms('1')).toMatchObject({
      ...{ packHash: HASH, stagesLeftOut: [], levelRank: 1, classRank: 2, mostRounds: 2 },
      ...{ laterRoundsUnder: 'department-head', authorities: [['handler'], ['department-head'], ['leader']] },
      ...{ approvalDue: 'above-limit', approvalWhenSerious: true, settledByReply: false },
      ...{ solveDateGivenByHandler: false, upAtOnceWhenUnsolvable: true, mayPause: true },
      ...{ mostPauseMs: 5 * 24 * 3_600_000, unansweredOffer: 'tell', mostAttempts: 3 },
      ...{ attemptsInOneDay: true, letterAllowed: true },
    });
    expect(terms('4')).toMatchObject({
      ...{ levelRank: 4, settledByReply: true, solveDateGivenByHandler: true, upAtOnceWhenUnsolvable: false },
      attemptsInOneDay: false,
    });
  });

  it('list levels gravest first and classes mildest first, whatever the order of the pack', () => {
    const mixed = { ...pack, levels: [...pack.levels].reverse(), classes: [...pack.classes].reverse() };
    expect(terms('2', mixed).levels).toEqual(['1', '2', '3', '4']);
    const [head, leader] = [{ kind: 'department-head' }, { kind: 'role', role: 'leader' }];
    expect(terms('2', mixed).classes).toEqual([
      { code: '1', tellsAtOnce: [], tellsResult: [], tracked: false, writtenUp: false },
      { code: '2', tellsAtOnce: [], tellsResult: [head], tracked: false, writtenUp: false },
      { code: '3', tellsAtOnce: [leader], tellsResult: [head], tracked: true, writtenUp: true },
    ]);
    expect(mixed.levels.map(({ code }) => code)).toEqual(['4', '3', '2', '1']);
  });

  it('say which marks by themselves make it serious, open the fast lane, ask for a report', () => {
    expect(terms('2')).toMatchObject({ seriousMarks: ['media', 'danger', 'public-figure'], fastLaneMarks: ['danger'] });
    expect(terms('2').reportMarks).toEqual([]);
    const media = { ...pack, report: { ...pack.report, when: { fact: 'media', is: true } } };
    expect(terms('2', media).reportMarks).toEqual(['media']);
    const always = { ...pack, report: { ...pack.report, when: { all: [] } } };
    expect(terms('2', always).reportMarks).toEqual(
      Object.entries(FACT_OF_MARK).flatMap(([mark, fact]) => (fact === null ? [] : [mark])),
    );
  });

  it('say from which grade on it is serious, and from which a report is due', () => {
    expect(terms('2')).toMatchObject({ seriousFromGrade: null, reportFromGrade: 2 });
    const every = { ...pack, report: { ...pack.report, when: { fact: 'agitation', atLeast: 1 } } };
    expect(terms('2', every).reportFromGrade).toBe(1);
    const violent = { ...pack, report: { ...pack.report, when: { fact: 'agitation', atLeast: 3 } } };
    expect(terms('2', violent).reportFromGrade).toBe(3);
  });

  it('let a statutory clock never pause (PRC-21)', () => {
    const statutory = { ...pack, levels: pack.levels.map((level) => ({ ...level, statutory: level.code === '2' })) };
    expect([terms('2', statutory).mayPause, terms('3', statutory).mayPause]).toEqual([false, true]);
  });

  it('name what only some packs have, and nothing of it under the others', () => {
    const asks = { kind: 'role', role: 'leader' } as const;
    const longer = { code: 'longer', title: { zh: '', en: '' }, of: ['solve'], within: hours(9), by: 'leader', asks };
    const misconduct = { to: { kind: 'role', role: 'auditor' }, tells: [] } as const;
    const rich = {
      ...pack,
      ...{ extensions: [longer], misconduct, rounds: { ...pack.rounds, lift: { fromRound: 3, to: 'leader' } } },
      assessment: { ...pack.assessment, by: { kind: 'owner' }, deduction: 200 },
    } as const;
    const named = {
      ...{ extensions: [{ code: 'longer', by: 'leader', asks }], misconduct },
      ...{ lift: { fromRound: 3, to: 'leader' }, assessmentBy: { kind: 'owner' }, deduction: 200 },
    };
    expect(terms('2', rich)).toMatchObject(named);
    for (const term of Object.keys(named)) expect(terms('2')).not.toHaveProperty(term);
  });

  it('allow a letter where the pack has one and does not answer by word of mouth alone', () => {
    const letter = (allowed: boolean, byWordOfMouth: boolean) =>
      terms('2', { ...pack, attempts: { most: 3, letter: allowed }, byWordOfMouth }).letterAllowed;
    expect([letter(true, false), letter(true, true), letter(false, false), letter(false, true)]).toEqual([
      ...[true, false, false, false],
    ]);
  });

  it('are none for a level or a class that the pack lacks, and for a pause in working time', () => {
    expect(() => terms('9')).toThrow(RangeError);
    expect(() => resolveTerms(pack, HASH, { level: '1', class: '9' })).toThrow(RangeError);
    const working = { ...hours(3), time: 'working', calendar: 'office' } as const;
    expect(() => terms('2', { ...pack, pause: { most: working } })).toThrow('3 hours of working time');
  });
});
