import { describe, expect, it } from '@jest/globals';
import { aPack } from '../pack/pack.builder.ts';
import { authoritiesOf, authorityOfRound, isHighest, rankOf } from './authority.ts';

const authorities = authoritiesOf(aPack().roles);
const terms = { authorities, laterRoundsUnder: 'department-head' };

describe('authority (PRC-5, PRC-6a, PRC-10)', () => {
  it('goes by what a role decides alone, without limit last', () => {
    expect(authorities).toEqual([['handler'], ['department-head'], ['leader']]);
    expect(['handler', 'leader', 'clerk'].map((role) => rankOf([role], authorities))).toEqual([0, 2, -1]);
    expect(isHighest({ roles: ['leader'] }, authorities)).toBe(true);
  });

  it('of a later round is the pack’s at least, one above who decided before, the highest again at the top', () => {
    expect(authorityOfRound(1, -1, terms)).toBe(0);
    expect(authorityOfRound(2, 0, terms)).toBe(1);
    expect(authorityOfRound(2, 1, terms)).toBe(2);
    expect(authorityOfRound(3, 2, terms)).toBe(2);
  });

  it('of a late round is that of the role to which the pack lifts it', () => {
    const lifting = { ...terms, lift: { fromRound: 3, to: 'leader' } };
    expect([2, 3, 4].map((round) => authorityOfRound(round, -1, lifting))).toEqual([1, 2, 2]);
  });
});
