import { describe, expect, it } from '@jest/globals';
import { authoritiesOf, authorityOfRound, isHighest, rankOf } from './authority.ts';
import { approvalDue, covers, limitOf, type Author } from './limits.ts';

const author: Author = { limits: { compensation: 500, goodwill: 100 }, leads: false, rank: 0, highest: false };
const pack = (due: 'always' | 'above-limit', whenSerious = true) => ({ approval: { due, whenSerious } });
const calm = { serious: false, authorityFloor: 0 };
const ask = (
  cost: [number, number],
  facts = calm,
  by: Partial<Author> = {},
  due: 'always' | 'above-limit' = 'above-limit',
) => approvalDue({ compensation: cost[0], goodwill: cost[1] }, { ...author, ...by }, pack(due), facts);

describe('why approval is due, or is not (PRC-5, PRC-6)', () => {
  it('not within the limit, exactly at it included', () => {
    expect(ask([500, 100])).toEqual({
      ...{ due: false, leader: false },
      because: [{ rule: 'approval.within-limit', facts: { compensation: 500, goodwill: 100 } }],
    });
  });

  it('not for the highest, whatever speaks for it', () => {
    const highest = ask([9999, 9999], { serious: true, authorityFloor: 5 }, { highest: true }, 'always');
    expect(highest).toEqual({
      ...{ due: false, leader: false },
      because: [{ rule: 'approval.highest-authority', facts: {} }],
    });
  });

  it('each reason that applies is given, with its figures', () => {
    expect(ask([501, 101], { serious: true, authorityFloor: 2 }, { rank: 1 }, 'always')).toEqual({
      ...{ due: true, leader: true },
      because: [
        { rule: 'approval.always', facts: {} },
        { rule: 'approval.above-limit', facts: { kind: 'compensation', amount: 501, limit: 500 } },
        { rule: 'approval.above-limit', facts: { kind: 'goodwill', amount: 101, limit: 100 } },
        { rule: 'approval.serious', facts: { serious: true } },
        { rule: 'approval.higher-authority', facts: { rank: 1, floor: 2 } },
      ],
    });
  });

  it('not a leader’s where the author leads, the pack does not ask, or it is not serious', () => {
    const serious = { serious: true, authorityFloor: 0 };
    expect(ask([1, 1], serious)).toMatchObject({ due: true, leader: true });
    expect(ask([1, 1], serious, { leads: true })).toMatchObject({ due: false, leader: false });
    expect(approvalDue({ compensation: 1, goodwill: 1 }, author, pack('above-limit', false), serious).due).toBe(false);
    expect(ask([1, 1], { serious: false, authorityFloor: 0 }, { rank: 0 }).due).toBe(false);
  });

  it('no limit is never exceeded', () => {
    expect(covers({ compensation: null, goodwill: null }, { compensation: 1e9, goodwill: 1e9 })).toBe(true);
    expect(covers({ compensation: 10, goodwill: 5 }, { compensation: 11, goodwill: 5 })).toBe(false);
    expect(covers({ compensation: 10, goodwill: 5 }, { compensation: 10, goodwill: 6 })).toBe(false);
  });
});

describe('what somebody decides alone (PRC-5)', () => {
  const roles = [
    { code: 'handler', limits: { compensation: 500, goodwill: 300 } },
    { code: 'head', limits: { compensation: 5000, goodwill: 200 } },
    { code: 'leader', limits: { compensation: null, goodwill: null } },
  ];
  it('is the greatest of each, without limit where a role has none', () => {
    expect(limitOf(['handler', 'head'], { roles }, null)).toEqual({ compensation: 5000, goodwill: 300 });
    expect(limitOf(['handler', 'leader'], { roles }, null)).toEqual({ compensation: null, goodwill: null });
    expect(limitOf(['leader', 'handler'], { roles }, null)).toEqual({ compensation: null, goodwill: null });
    expect(limitOf(['unknown'], { roles }, null)).toEqual({ compensation: 0, goodwill: 0 });
  });

  it('is lowered by the person’s own, each for itself', () => {
    expect(limitOf(['head'], { roles }, { compensation: 1000 })).toEqual({ compensation: 1000, goodwill: 200 });
    expect(limitOf(['head'], { roles }, { compensation: 9000, goodwill: 50 })).toEqual({
      compensation: 5000,
      goodwill: 50,
    });
    expect(limitOf(['leader'], { roles }, { compensation: 70, goodwill: null })).toEqual({
      compensation: 70,
      goodwill: null,
    });
  });
});

describe('who decides above whom', () => {
  const limit = (compensation: number | null) => ({ limits: { compensation, goodwill: 0 } });
  const authorities = authoritiesOf([
    { code: 'leader', ...limit(null) },
    { code: 'handler', ...limit(500) },
    { code: 'clerk', ...limit(0) },
    { code: 'head', ...limit(5000) },
    { code: 'approver', ...limit(500) },
  ]);

  it('goes by the amount, and who decides no money has no rank', () => {
    expect(authorities).toEqual([['handler', 'approver'], ['head'], ['leader']]);
    expect(
      [['clerk'], ['approver'], ['handler', 'head'], ['leader', 'clerk'], []].map((roles) =>
        rankOf(roles, authorities),
      ),
    ).toEqual([-1, 0, 1, 2, -1]);
  });

  it('rises with each round, from the role of the pack on, up to the highest (PRC-10)', () => {
    const under = (laterRoundsUnder: string | null) => (round: number, decided: number) =>
      authorityOfRound(round, decided, { authorities, laterRoundsUnder });
    expect([
      under('head')(1, 2),
      under('head')(2, -1),
      under('head')(2, 0),
      under('head')(2, 1),
      under('head')(3, 2),
    ]).toEqual([...[0, 1, 1, 2, 2]]);
    expect([under(null)(2, -1), under(null)(2, 0), under('clerk')(2, -1)]).toEqual([0, 1, 0]);
  });

  it('ends at the highest', () => {
    expect([isHighest({ roles: ['leader'] }, authorities), isHighest({ roles: ['head'] }, authorities)]).toEqual([
      true,
      false,
    ]);
    expect(isHighest({ roles: ['leader'] }, [])).toBe(false);
  });
});
