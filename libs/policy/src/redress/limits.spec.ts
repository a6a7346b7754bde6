import { describe, expect, it } from '@jest/globals';
import { aPack } from '../pack/pack.builder.ts';
import { approvalDue, covers, limitOf } from './limits.ts';

const pack = aPack();
const handler = { compensation: 500, goodwill: 100 };
const author = { limits: handler, leads: false, rank: 0, highest: false };
const due = (compensation: number, goodwill = 0, serious = false) =>
  approvalDue({ compensation, goodwill }, author, pack, { serious, authorityFloor: 0 });

describe('what somebody decides alone (PRC-5)', () => {
  it('is the greatest limit of the roles', () => {
    expect(limitOf(['handler', 'department-head'], pack, null)).toEqual({ compensation: 5_000, goodwill: 1_000 });
    expect(limitOf(['handler', 'leader'], pack, null)).toEqual({ compensation: null, goodwill: null });
  });

  it("is lowered by the person's own limit, never raised", () => {
    expect(limitOf(['handler'], pack, { compensation: 200, goodwill: 9_000 })).toEqual({
      compensation: 200,
      goodwill: 100,
    });
    expect(limitOf(['leader'], pack, { compensation: 200 })).toEqual({ compensation: 200, goodwill: null });
    expect(limitOf(['handler'], pack, { compensation: null, goodwill: null })).toEqual(handler);
  });

  it('is nothing without a role of the pack', () => {
    expect(limitOf(['passer-by'], pack, null)).toEqual({ compensation: 0, goodwill: 0 });
  });

  it('covers a proposal exactly at the limit', () => {
    expect(covers(handler, { compensation: 500, goodwill: 100 })).toBe(true);
    expect(covers(handler, { compensation: 500, goodwill: 101 })).toBe(false);
    expect(covers({ compensation: null, goodwill: null }, { compensation: 1e9, goodwill: 1e9 })).toBe(true);
  });
});

describe('approval (PRC-6)', () => {
  it('is not due within the limit', () => {
    expect(due(500, 100)).toMatchObject({ due: false, leader: false });
    expect(due(500).because.map((one) => one.rule)).toEqual(['approval.within-limit']);
  });

  it('is due above either limit, and says which', () => {
    expect(due(501, 101).because).toEqual([
      { rule: 'approval.above-limit', facts: { kind: 'compensation', amount: 501, limit: 500 } },
      { rule: 'approval.above-limit', facts: { kind: 'goodwill', amount: 101, limit: 100 } },
    ]);
  });

  it("is due as a leader's when the complaint is serious and the pack wants it", () => {
    expect(due(0, 0, true)).toMatchObject({ due: true, leader: true });
    const lenient = aPack({ approval: { due: 'above-limit', whenSerious: false, neverAtLevels: [] } });
    expect(
      approvalDue({ compensation: 0, goodwill: 0 }, author, lenient, { serious: true, authorityFloor: 0 }).due,
    ).toBe(false);
  });

  it('is due always where the pack says always', () => {
    const strict = aPack({ approval: { due: 'always', whenSerious: false, neverAtLevels: [] } });
    expect(
      approvalDue({ compensation: 0, goodwill: 0 }, author, strict, { serious: false, authorityFloor: 0 }).due,
    ).toBe(true);
  });

  it('is due below the authority that a later round asks for, and never for the highest', () => {
    const nothing = { compensation: 0, goodwill: 0 };
    const facts = { serious: true, authorityFloor: 1 };
    expect(approvalDue(nothing, author, pack, facts).because.map((one) => one.rule)).toContain(
      'approval.higher-authority',
    );
    expect(approvalDue(nothing, { ...author, highest: true, rank: 2 }, pack, facts).due).toBe(false);
  });
});
