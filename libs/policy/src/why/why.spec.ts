import { describe, expect, it } from '@jest/globals';
import { CASE_FACTS } from '../level/grading-facts.ts';
import { gradeReceipt } from '../level/grade.ts';
import { aPack } from '../pack/pack.builder.ts';
import { DUTY_KINDS } from '../pack/pack.ts';
import { DUTY_WORDS, FACT_WORDS } from './fact.words.ts';
import { RULE_WORDS } from './rule.words.ts';
import { whyOf } from './why.ts';

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

  it('says from when a clock runs, and how long', () => {
    const startedAt = '2026-11-23T01:00:00.000Z';
    expect(whyOf({ rule: 'clock.respond', facts: { level: '2', startedAt } })).toEqual({
      zh: '「首次联系」的时限，2 级，自 2026-11-23 01:00 UTC 起。',
      en: 'The clock of "first contact", level 2, from 2026-11-23 01:00 UTC.',
    });
    const facts = { amount: 4, unit: 'hours', time: 'calendar', calendar: null, version: null, pauses: 0 };
    expect(whyOf({ rule: 'clock.budget', facts }).en).toBe('4 h.');
    const working = { ...facts, unit: 'working-days', time: 'working', calendar: 'office', version: 'v1', pauses: 1 };
    expect(whyOf({ rule: 'clock.budget', facts: working }).en).toBe(
      '4 working days by the calendar office (v1), moved by 1 pauses.',
    );
  });
});
