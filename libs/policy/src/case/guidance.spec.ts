import { describe, expect, it } from '@jest/globals';
import { aPack } from '../pack/pack.builder.ts';
import { factsOf, guidanceOf } from './guidance.ts';

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
) => guidanceOf(pack, { stage, grade, marks }).map(({ en }) => en);

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
});
