import { describe, expect, it } from '@jest/globals';
import { caseState } from '../case/case-state.builder.ts';
import { aPack, days, hours } from '../pack/pack.builder.ts';
import type { ExtensionRule, StatutoryDuty } from '../pack/statutory.ts';
import { extended, nextExtension, statutoryDutiesOf, statutoryDuty } from './statutory.ts';

const said = (text: string) => ({ zh: text, en: text });
const duty = (code: string, more: Partial<StatutoryDuty> = {}): StatutoryDuty => ({
  ...{ code, title: said(code), source: said(`section ${code}`), within: days(15), when: { all: [] } },
  ...{ levels: [], kinds: [], tellsWhenPassed: null, mayLapse: false },
  ...more,
});
const extension = (code: string, of: string[], within: number): ExtensionRule => ({
  ...{ code, title: said(code), of, within: days(within) },
  ...{ by: 'leader', asks: { kind: 'department-head' } },
});

describe('the duties that the law gives (PRC-21)', () => {
  const pack = aPack({
    statutory: [
      duty('reply'),
      duty('grave', { levels: ['1', '2'] }),
      duty('misconduct', { kinds: ['misconduct-report'] }),
      duty('media', { when: { fact: 'media', is: true } }),
      duty('policies', { when: { fact: 'category', is: 'policy' } }),
    ],
  });
  const given = (changes: Parameters<typeof caseState>[0], categories: readonly string[] = []) =>
    statutoryDutiesOf(pack, { state: caseState(changes), categories }).map(({ code }) => code);

  it.each([
    ['those without a condition, always', { level: '3' }, [], ['reply']],
    ['those of its level', { level: '2' }, [], ['reply', 'grave']],
    ['those of its kind', { level: '3', kind: 'misconduct-report' }, [], ['reply', 'misconduct']],
    ['those that its marks ask for', { level: '3', marks: ['media'] }, [], ['reply', 'media']],
    ['those of any of its categories', { level: '3' }, ['price', 'policy'], ['reply', 'policies']],
  ] as const)('are %s', (_what, changes, categories, codes) => {
    expect(given(changes, categories)).toEqual(codes);
  });

  it('are none where the pack names none', () => {
    expect(statutoryDutiesOf(aPack(), { state: caseState(), categories: [] })).toEqual([]);
  });

  it('are known by their codes', () => {
    expect(statutoryDuty(pack, 'grave').source.en).toBe('section grave');
    expect(() => statutoryDuty(pack, 'other')).toThrow('pack sample has no statutory duty other');
    expect(() => statutoryDuty(aPack(), null)).toThrow('pack sample has no statutory duty null');
  });
});

describe('more time', () => {
  const rules = [extension('first', ['reply', 'solve'], 20), extension('second', ['reply'], 40)];
  const granted = (...codes: string[]) => ({ extensions: { asked: null, granted: codes } });

  it('is asked for in the order of the pack', () => {
    expect(nextExtension(rules, {})?.code).toBe('first');
    expect(nextExtension(rules, granted())?.code).toBe('first');
    expect(nextExtension(rules, granted('first'))?.code).toBe('second');
    expect(nextExtension(rules, granted('second'))?.code).toBe('first');
    expect(nextExtension(rules, granted('first', 'second'))).toBeUndefined();
    expect(nextExtension(undefined, granted())).toBeUndefined();
  });

  it('holds for the clocks that it names, the last that was granted in the place of the others', () => {
    const pack = aPack({ extensions: rules });
    const time = (of: string, ...codes: string[]) => extended(pack, codes, of, hours(1));
    expect([time('reply'), time('reply', 'first'), time('reply', 'first', 'second')]).toEqual([
      ...[hours(1), days(20), days(40)],
    ]);
    expect([time('solve', 'first', 'second'), time('solve', 'second'), time('news', 'first')]).toEqual([
      ...[days(20), hours(1), hours(1)],
    ]);
    expect(extended(aPack(), ['first'], 'reply', hours(1))).toEqual(hours(1));
  });
});
