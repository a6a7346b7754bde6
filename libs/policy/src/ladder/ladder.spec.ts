import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../clocks/clock.ts';
import { aPack, hours } from '../pack/pack.builder.ts';
import type { Rung } from '../pack/pack.ts';
import type { Places } from './addressees.ts';
import { addresseesOf } from './addressees.ts';
import { ladderFor, rungsOf } from './ladder.ts';

const pack = aPack();
const ladder = ladderFor('respond', pack);
const clock: Clock = {
  kind: 'respond',
  startedAt: '2026-03-06T08:00:00.000Z',
  budget: hours(2),
  givenDate: null,
  pauses: [],
};
const places: Places = {
  owner: 'ann',
  backup: 'bo',
  departmentHead: 'dee',
  roles: { 'complaint-manager': ['max', 'mia'], leader: ['lea'] },
};

function rung(code: string): Rung {
  const found = ladder.find((one) => one.code === code);
  if (!found) throw new Error(`no rung ${code}`);
  return found;
}

const ask = (code: string, skipped: string[] = [], at: Places = places) =>
  addresseesOf(rung(code), at, skipped, ladder);

describe('the ladder (PRC-25)', () => {
  it('warns at three quarters and climbs from the deadline on', () => {
    expect(rungsOf(clock, pack, {}).map((due) => [due.rung.code, due.firesAt])).toEqual([
      ['warning', '2026-03-06T09:30:00.000Z'],
      ['backup', '2026-03-06T10:00:00.000Z'],
      ['department-head', '2026-03-06T10:30:00.000Z'],
      ['complaint-manager', '2026-03-06T11:00:00.000Z'],
      ['leader', '2026-03-06T12:00:00.000Z'],
    ]);
  });

  it('has no rungs for a duty that no rung watches', () => {
    expect(rungsOf({ ...clock, kind: 'reopening' }, pack, {})).toEqual([]);
  });

  it('leaves out the rungs that an open pause keeps from firing', () => {
    const pauses = [{ from: '2026-03-06T09:45:00.000Z', to: null }];
    expect(rungsOf({ ...clock, pauses }, pack, {}).map((due) => due.rung.code)).toEqual(['warning']);
  });

  it('tells the owner by the warning and moves nothing', () => {
    expect(ask('warning')).toMatchObject({ tells: ['ann'], ownershipMovesTo: null });
  });

  it('moves ownership to the backup, then to the department head', () => {
    expect(ask('backup')).toMatchObject({ tells: ['bo'], ownershipMovesTo: 'bo' });
    expect(ask('department-head')).toMatchObject({ tells: ['dee'], ownershipMovesTo: 'dee' });
  });

  it('tells everybody who holds the role on a higher rung, and moves nothing', () => {
    expect(ask('complaint-manager')).toMatchObject({ tells: ['max', 'mia'], ownershipMovesTo: null });
  });

  it('skips who is absent or complained of', () => {
    expect(ask('complaint-manager', ['max'])).toMatchObject({ tells: ['mia'] });
    expect(ask('complaint-manager', ['max', 'mia']).tells).toEqual([]);
    expect(ask('complaint-manager', ['max']).because[1]).toEqual({ rule: 'ladder.skipped', facts: { person: 'max' } });
  });

  it('gives it to the department head where the backup is skipped or nobody', () => {
    expect(ask('backup', ['bo'])).toMatchObject({ tells: ['dee'], ownershipMovesTo: 'dee' });
    expect(ask('backup', [], { ...places, backup: null })).toMatchObject({ ownershipMovesTo: 'dee' });
  });

  it('gives it to the next rung not skipped where both are', () => {
    expect(ask('backup', ['bo', 'dee'])).toMatchObject({ tells: ['max'], ownershipMovesTo: 'max' });
    expect(ask('department-head', ['dee', 'max', 'mia'])).toMatchObject({ tells: ['lea'], ownershipMovesTo: 'lea' });
  });

  it('leaves it where it is when everybody is skipped, and says so', () => {
    const answer = ask('backup', ['bo', 'dee', 'max', 'mia', 'lea']);
    expect(answer).toMatchObject({ tells: [], ownershipMovesTo: null });
    expect(answer.because.at(-1)?.rule).toBe('ladder.nobody-left');
  });

  it('moves nothing to who owns it already', () => {
    expect(ask('department-head', [], { ...places, owner: 'dee' })).toMatchObject({
      tells: ['dee'],
      ownershipMovesTo: null,
    });
  });
});
