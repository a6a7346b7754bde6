import { describe, expect, it } from '@jest/globals';
import { aPack } from '../pack/pack.builder.ts';
import { risenClass } from './class.ts';
import { namesDanger } from './danger.ts';
import { classOf, gradeReceipt, levelOf } from './grade.ts';
import { priorityOf } from './priority.ts';

const pack = aPack();
const figures = (urgency: number, severity: number, prevalence: number) => ({ urgency, severity, prevalence });
const graded = (facts: Parameters<typeof gradeReceipt>[0]) => gradeReceipt(facts, pack);

describe('the level (INT-19)', () => {
  it.each([
    ['urgent and severe', figures(3, 3, 1), '1'],
    ['urgent, not severe', figures(3, 2, 4), '2'],
    ['severe, not urgent', figures(2, 3, 1), '3'],
    ['many, not urgent', figures(1, 1, 3), '3'],
    ['single and light', figures(2, 2, 2), '4'],
    ['core interest, however light', { ...figures(1, 1, 1), coreInterest: true }, '1'],
  ])('of what is %s', (_what, facts, level) => {
    expect(graded(facts)).toMatchObject({ level, provisional: false });
  });

  it("is the pack's default, provisional, where nothing has settled it", () => {
    expect(graded({})).toMatchObject({ level: '3', provisional: true });
    expect(graded({ urgency: 1, severity: 1 })).toMatchObject({ level: '3', provisional: true });
    expect(graded({}).because[0]).toEqual({ rule: 'grading.level.default', facts: { level: '3' } });
  });

  it('is provisional while an unknown figure could still make it graver', () => {
    expect(graded({ urgency: 4 })).toMatchObject({ level: '2', provisional: true });
    expect(graded({ urgency: 4, severity: 1 })).toMatchObject({ level: '2', provisional: false });
    expect(graded({ urgency: 1, severity: 4 })).toMatchObject({ level: '3', provisional: false });
  });

  it('says which rule decided and on which figures', () => {
    expect(graded(figures(3, 2, 1)).because.slice(0, 2)).toEqual([
      { rule: 'grading.level', facts: { decidedBy: 'urgent', gives: '2' } },
      { rule: 'condition.at-least', facts: { fact: 'urgency', wanted: 3, holds: true, value: 3 } },
    ]);
  });
});

describe('the class (INT-20)', () => {
  it('is 1 for a first complaint, 2 for a repeated one, 3 after the media', () => {
    expect(graded({}).class).toBe('1');
    expect(graded({ repeated: true }).class).toBe('2');
    expect(graded({ repeated: true, hasComplainedToMedia: true }).class).toBe('3');
  });

  it('is the mildest where nothing speaks for more, whatever the order of the pack', () => {
    expect(gradeReceipt({}, { ...pack, classes: [...pack.classes].reverse() }).class).toBe('1');
  });

  it('rises and never falls', () => {
    expect(risenClass('1', '2', pack)).toBe('2');
    expect(risenClass('3', '2', pack)).toBe('3');
  });
});

describe('why it was graded so (PRC-30)', () => {
  const asked = (fact: string, holds: boolean) => ({
    rule: 'condition.is',
    facts: { fact, wanted: true, holds, ...(holds ? { value: true } : {}) },
  });

  it('names the class, and whether it is serious or on the fast lane, where nothing speaks for more', () => {
    expect(graded({}).because.slice(1)).toEqual([
      { rule: 'grading.class.mildest', facts: { class: '1' } },
      { rule: 'grading.serious', facts: { holds: false } },
      { rule: 'grading.fast-lane', facts: { holds: false } },
    ]);
  });

  it('names the rules and what they asked for where they hold', () => {
    expect(graded({ danger: true, repeated: true }).because).toEqual([
      { rule: 'grading.level.fast-lane', facts: { level: '1', rank: 1 } },
      { rule: 'grading.class', facts: { decidedBy: 'again', gives: '2' } },
      asked('repeated', true),
      { rule: 'grading.serious', facts: { holds: true } },
      asked('danger', true),
      { rule: 'grading.fast-lane', facts: { holds: true } },
      asked('danger', true),
    ]);
  });
});

describe('the fast lane (INT-23)', () => {
  it('opens on a yes to the question of danger, at the gravest level whatever the figures say', () => {
    const grading = graded({ ...figures(1, 1, 1), danger: true });
    expect(grading).toMatchObject({ fastLane: true, level: '1', provisional: false, serious: true });
    const turned = { ...pack, levels: [...pack.levels].reverse() };
    expect(gradeReceipt({ danger: true }, turned).level).toBe('1');
  });

  it('opens on words of danger until a person says no', () => {
    expect(graded({ wordsOfDanger: true }).fastLane).toBe(true);
    expect(graded({ wordsOfDanger: true, danger: false }).fastLane).toBe(false);
  });

  it('stays shut where there is no sign of danger', () => {
    expect(graded(figures(4, 4, 4)).fastLane).toBe(false);
  });

  it('lets the strictest class win whatever the order of the rules', () => {
    const again = { code: 'again', when: { fact: 'repeated', is: true }, gives: '2' };
    const media = { code: 'media', when: { fact: 'hasComplainedToMedia', is: true }, gives: '3' };
    const turned = aPack({ grading: { ...pack.grading, classes: [again, media] } });
    const facts = { danger: true, repeated: true, hasComplainedToMedia: true };
    expect(gradeReceipt(facts, turned).class).toBe('3');
  });

  it('hears words of danger as whole words in English and anywhere in Chinese', () => {
    const words = ['fire', '着火'];
    expect(namesDanger('The charger caught FIRE!', words)).toBe(true);
    expect(namesDanger('You should be fired', words)).toBe(false);
    expect(namesDanger('fired? No: on fire.', words)).toBe(true);
    expect(namesDanger('充电器着火了', words)).toBe(true);
  });
});

describe('seriousness and priority', () => {
  it('is serious with media, ordinary without (INT-21)', () => {
    expect(graded({ media: true }).serious).toBe(true);
    expect(graded({ media: false }).serious).toBe(false);
  });

  it('orders work by urgency × impact × importance (INT-18)', () => {
    expect(priorityOf({ urgency: 3, severity: 2, prevalence: 4, customerImportance: 2 })).toBe(24);
    expect(priorityOf({ urgency: 3, severity: null, prevalence: null, customerImportance: null })).toBe(3);
  });

  it('knows no codes but those of the pack', () => {
    expect(() => levelOf(pack, '9')).toThrow('pack sample has no level 9');
    expect(() => classOf(pack, '9')).toThrow('pack sample has no class 9');
  });
});
