import { describe, expect, it } from '@jest/globals';
import { aPack } from '../pack/pack.builder.ts';
import { caseState } from './case-state.builder.ts';
import { factsOf, guidanceOf, preparedLineOf, strategiesOf } from './guidance.ts';

const said = (text: string) => ({ zh: text, en: text });
const pack = aPack({
  guidance: [
    { stages: ['assigned'], when: { all: [] }, text: said('read first') },
    { stages: ['investigating', 'deciding'], when: { fact: 'media', is: true }, text: said('no statement') },
    { stages: ['investigating'], when: { fact: 'agitation', atLeast: 2 }, text: said('stay calm') },
  ],
});
const advice = (
  stage: 'assigned' | 'investigating' | 'closed',
  grade: 0 | 2,
  marks: readonly ('media' | 'misconduct')[] = [],
) => guidanceOf(pack, caseState({ stage, grade, marks }), []).map(({ en }) => en);

describe('the advice beside the task (PRC-34)', () => {
  it('is that of the stage, under its condition', () => {
    expect(advice('assigned', 0)).toEqual(['read first']);
    expect(advice('investigating', 0)).toEqual([]);
    expect(advice('investigating', 2)).toEqual(['stay calm']);
    expect(advice('investigating', 2, ['media'])).toEqual(['no statement', 'stay calm']);
    expect(advice('closed', 2, ['media'])).toEqual([]);
  });

  it('asks of the marks that say something to a condition, and of the grade', () => {
    expect(factsOf({ grade: 1, marks: ['core-interest', 'public-figure'] })).toEqual({
      ...{ coreInterest: true, importantCustomer: true, agitation: 1 },
    });
    expect(factsOf({ grade: 0, marks: ['misconduct', 'extortion'] })).toEqual({ agitation: 0 });
  });

  it('may ask of level, class, round and the categories complained of', () => {
    const delivery = { fact: 'category', is: 'delivery' };
    const tracked = aPack({
      guidance: [
        { stages: ['investigating'], when: { fact: 'class', is: '3' }, text: said('the manager coordinates') },
        { stages: ['investigating'], when: { all: [delivery, { fact: 'round', atLeast: 2 }] }, text: said('find it') },
      ],
    });
    const given = (state: Parameters<typeof caseState>[0], categories: readonly string[]) =>
      guidanceOf(tracked, caseState(state), categories).map(({ en }) => en);
    expect(given({ class: '3' }, [])).toEqual(['the manager coordinates']);
    expect(given({ round: 2 }, ['price', 'delivery'])).toEqual(['find it']);
    expect(given({ round: 1 }, ['delivery'])).toEqual([]);
  });
});

describe('what is said to the media, and how a category is handled', () => {
  it('is the first prepared line that holds (PRC-26)', () => {
    const prepared = aPack({
      preparedLines: [
        { when: { fact: 'media', is: true }, text: said('public relations will answer') },
        { when: { fact: 'danger', is: true }, text: said('we are helping first') },
      ],
    });
    const line = (marks: readonly ('media' | 'danger')[]) =>
      preparedLineOf(prepared, caseState({ marks }), [])?.en ?? null;
    expect(line([])).toBeNull();
    expect(line(['danger', 'media'])).toBe('public relations will answer');
    expect(line(['danger'])).toBe('we are helping first');
  });

  it('is the strategy of each category, once (INT-24)', () => {
    const strategy = { first: said('find the goods'), takesPart: [], mayOffer: said('a date') };
    const categories = [
      { code: 'delivery', title: said('delivery'), strategy },
      { code: 'price', title: said('price'), strategy: null },
    ];
    expect(strategiesOf(aPack({ categories }), ['delivery', 'price', 'delivery', 'other'])).toEqual([
      { category: 'delivery', strategy },
    ]);
  });
});
