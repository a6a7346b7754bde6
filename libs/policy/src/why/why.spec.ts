import { describe, expect, it } from '@jest/globals';
import { CASE_FACTS } from '../level/grading-facts.ts';
import { gradeReceipt } from '../level/grade.ts';
import { aPack } from '../pack/pack.builder.ts';
import { DUTY_KINDS, type Budget } from '../pack/pack.ts';
import type { Because } from '../words.ts';
import { budgetWords } from './budget.words.ts';
import { DUTY_WORDS, FACT_WORDS } from './fact.words.ts';
import { RULE_WORDS } from './rule.words.ts';
import { isWorded, whyOf } from './why.ts';

describe('why, in words (PRC-30)', () => {
  it('has words for every clock and every fact that a pack may ask for', () => {
    expect(Object.keys(DUTY_WORDS).sort()).toEqual([...DUTY_KINDS].sort());
    expect(Object.keys(FACT_WORDS).sort()).toEqual(Object.keys(CASE_FACTS).sort());
  });

  it('names the same places in both languages', () => {
    const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();
    for (const { zh, en } of Object.values(RULE_WORDS)) expect(placesOf(zh)).toEqual(placesOf(en));
  });

  it('says which rule decided, on which figures', () => {
    const { because } = gradeReceipt({ urgency: 3, severity: 2, prevalence: 1 }, aPack());
    expect(because.slice(0, 2).map((one) => whyOf(one).en)).toEqual([
      'Rule urgent holds: level 2.',
      'urgency is 3; at least 3 is asked for: it holds.',
    ]);
    expect(because.slice(0, 2).map((one) => whyOf(one).zh)).toEqual([
      '规则 urgent 成立，定为 2 级。',
      '紧急程度为 3，要求至少 3：成立。',
    ]);
  });

  it('says with each comparison what was given, where the reader may know it all', () => {
    const { because } = gradeReceipt({ urgency: 3 }, aPack());
    const asked = { rule: 'condition.is', facts: { fact: 'channel', wanted: 'hotline', holds: false } };
    expect(whyOf(asked).en).toBe('channel; hotline is asked for: it does not hold.');
    expect(whyOf(asked, { channel: 'e-mail' }).en).toBe('channel is e-mail; hotline is asked for: it does not hold.');
    expect(whyOf(asked, {}).zh).toBe('渠道未知，要求为 hotline：不成立。');
    expect(because.map((one) => whyOf(one, { urgency: 3 }).en)[1]).toBe(whyOf(because[1] as Because).en);
  });

  it('says from when a clock runs, and how long', () => {
    const startedAt = '2026-11-23T01:00:00.000Z';
    expect(whyOf({ rule: 'clock.respond', facts: { level: '2', startedAt } })).toEqual({
      zh: '「首次联系」的时限，2 级，自 2026-11-23 01:00 UTC 起。',
      en: 'The clock of "first contact", level 2, from 2026-11-23 01:00 UTC.',
    });
    expect(whyOf({ rule: 'clock.task', facts: {} })).toEqual({ zh: '「任务」的时限。', en: 'The clock of "task".' });
    const facts = { amount: 4, unit: 'hours', time: 'calendar', calendar: null, version: null, pauses: 0 };
    const working = { ...facts, unit: 'working-days', time: 'working', calendar: 'office', version: 'v1', pauses: 1 };
    expect(whyOf({ rule: 'clock.budget', facts })).toEqual({ zh: '共 4 小时。', en: '4 h.' });
    expect(whyOf({ rule: 'clock.budget', facts: working })).toEqual({
      zh: '共 4 个工作日（日历 office），版本 v1，暂停 1 次顺延。',
      en: '4 working days of office (v1), moved by 1 pauses.',
    });
  });

  it.each([
    [
      'at-least',
      { wanted: 3, value: 2, holds: false },
      '为 2，要求至少 3：不成立。',
      ' is 2; at least 3 is asked for: it does not hold.',
    ],
    [
      'at-most',
      { wanted: 3, value: 2, holds: true },
      '为 2，要求至多 3：成立。',
      ' is 2; at most 3 is asked for: it holds.',
    ],
    ['is', { wanted: 'x', holds: true }, '，要求为 x：成立。', '; x is asked for: it holds.'],
    ['in', { wanted: 'x, y', holds: true }, '，要求属于 x, y：成立。', '; one of x, y is asked for: it holds.'],
    ['known', { wanted: true, holds: true }, '，要求已知：是：成立。', '; known: yes is asked for: it holds.'],
    ['new', { wanted: 3, holds: true }, '，要求3：成立。', '; 3 is asked for: it holds.'],
  ] as const)('says what was compared: %s', (what, facts, zh, en) => {
    expect(whyOf({ rule: `condition.${what}`, facts: { fact: 'severity', ...facts } })).toEqual({
      ...{ zh: `严重程度${zh}`, en: `severity${en}` },
    });
  });

  it('shows as an instant only what is one', () => {
    const place = (rung: string) => whyOf({ rule: 'ladder.nobody-left', facts: { rung } }).en;
    expect(place('2026-11-23T01:00:00.000Z')).toBe('Nobody is left to take it at rung 2026-11-23 01:00 UTC.');
    expect(place('r-2026-11-23T01:00')).toBe('Nobody is left to take it at rung r-2026-11-23T01:00.');
  });

  it('shows the code of a rule that has no words, and tells which have', () => {
    expect(whyOf({ rule: 'made-up', facts: {} })).toEqual({ zh: 'made-up', en: 'made-up' });
    const worded = ['grading.level', 'clock.budget', 'clock.solve', 'condition.is'];
    expect([...worded, 'made-up', 'clock.made-up', 'other.solve', 'x.condition.'].filter(isWorded)).toEqual(worded);
  });

  it('says a length of time once for all (PRC-20)', () => {
    const said = (amount: number, unit: Budget['unit'], more: Partial<Budget> = {}) =>
      Object.values(budgetWords({ amount, unit, time: 'calendar', calendar: null, ...more }));
    const office = { time: 'working', calendar: 'office' } as const;
    expect(said(1, 'days')).toEqual(['1 天', '1 day']);
    expect(said(8, 'hours', office)).toEqual(['8 工作小时（日历 office）', '8 working h of office']);
    expect(said(1, 'working-days', office)).toEqual(['1 个工作日（日历 office）', '1 working day of office']);
    const close = { ...office, toClose: true } as const;
    expect(said(3, 'working-days', close)[1]).toBe('3 working days of office to the close');
    expect(said(0, 'working-days', close)[1]).toBe('the same working day of office');
  });
});
