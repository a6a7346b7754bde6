import { describe, expect, it } from '@jest/globals';
import type { Rung } from '../pack/pack.ts';
import { addresseesOf, type Places } from './addressees.ts';

const places: Places = {
  owner: 'ann',
  backup: 'bo',
  departmentHead: 'dee',
  roles: { leader: ['lea', 'leo'], manager: ['max'] },
};
const rung = (code: string, atFraction: number, more: Partial<Rung>): Rung => ({
  ...{ code, atFraction, duties: ['task'], warning: false, tells: [], movesOwnershipTo: null },
  ...more,
});
const late = rung('late', 1, { tells: [{ kind: 'holder' }, { kind: 'department-head' }] });
const moves = rung('moves', 1, { tells: [{ kind: 'backup' }], movesOwnershipTo: 'backup' });
const ask = (one: Rung, at: Partial<Places> = {}, skipped: string[] = [], ladder: readonly Rung[] = [one]) =>
  addresseesOf(one, { ...places, ...at }, skipped, ladder);

describe('whom a rung speaks to (PRC-25)', () => {
  it('is whoever the duty waits for, else the owner', () => {
    expect(ask(late).tells).toEqual(['ann', 'dee']);
    expect(ask(late, { holders: ['pia', 'pit'] }).tells).toEqual(['pia', 'pit', 'dee']);
    expect(ask(late, { holders: [] }).tells).toEqual(['dee']);
    expect(ask(late, { owner: null }).tells).toEqual(['dee']);
    expect(ask(late, { owner: null, departmentHead: null }).tells).toEqual([]);
  });

  it('is nobody where nobody holds the role', () => {
    expect(ask(rung('up', 1, { tells: [{ kind: 'role', role: 'nobody' }] })).tells).toEqual([]);
  });

  it('is each person once', () => {
    expect(ask(late, { departmentHead: 'ann' }).tells).toEqual(['ann']);
  });

  it('says which rung it was, who was left out, and where ownership went', () => {
    expect(ask(late, {}, ['ann']).because).toEqual([
      { rule: 'ladder.rung', facts: { rung: 'late', atFraction: 1 } },
      { rule: 'ladder.skipped', facts: { person: 'ann' } },
    ]);
    expect(ask(moves)).toEqual({
      ...{ tells: ['bo'], ownershipMovesTo: 'bo' },
      because: [
        { rule: 'ladder.rung', facts: { rung: 'moves', atFraction: 1 } },
        { rule: 'ladder.ownership-moves', facts: { to: 'bo', place: 'moves' } },
      ],
    });
    expect(ask(moves, { backup: null }).because.at(-1)).toEqual({
      rule: 'ladder.nobody-left',
      facts: { rung: 'moves' },
    });
  });

  it('gives ownership to the nearest rung above that has somebody, whatever the order of the pack', () => {
    const [manager, leader] = [
      rung('manager', 1.5, { tells: [{ kind: 'role', role: 'manager' }] }),
      rung('leader', 2, { tells: [{ kind: 'role', role: 'leader' }] }),
    ];
    const below = rung('below', 0.5, { tells: [{ kind: 'owner' }] });
    const ladder = [leader, moves, manager, below];
    expect(ask(moves, {}, ['bo'], ladder)).toMatchObject({ tells: ['max'], ownershipMovesTo: 'max' });
    expect(ask(moves, {}, ['bo', 'max', 'lea'], ladder)).toMatchObject({ tells: ['leo'], ownershipMovesTo: 'leo' });
    expect(ask(moves, {}, ['bo', 'max', 'lea', 'leo'], ladder)).toMatchObject({ tells: [], ownershipMovesTo: null });
    const beside = rung('beside', 1, { tells: [{ kind: 'role', role: 'leader' }] });
    expect(ask(moves, {}, ['bo'], [beside, moves]).ownershipMovesTo).toBeNull();
    expect(ask(moves, {}, ['bo'], ladder).because.at(-1)).toEqual({
      ...{ rule: 'ladder.ownership-moves', facts: { to: 'max', place: 'manager' } },
    });
  });
});
