import { describe, expect, it } from '@jest/globals';
import { checkPack, compilePack } from './compile-pack.ts';
import { loadShippedPacks } from './shipped.ts';

const RIGHT = {
  code: 'full',
  title: { zh: '满', en: 'Full' },
  measure: 'cars',
  atLeast: 4,
  clearsBelow: 3,
  per: 'place',
  tells: ['role leader'],
  within: '5m',
  choices: [{ code: 'parking', title: { zh: '停车', en: 'Parking' } }],
};

const documentWith = (...thresholds: object[]) =>
  JSON.stringify({ pack: 'bays', version: '1', extends: 'levels', title: { zh: '位', en: 'Bays' }, thresholds });

function wrongIn(...thresholds: object[]): string[] {
  const checked = checkPack(documentWith(...thresholds));
  return checked.ok ? [] : checked.problems.map(({ message }) => message);
}

describe('the thresholds of a pack', () => {
  it('are compiled with what is left out', () => {
    const [threshold] = compilePack(documentWith(RIGHT)).pack.thresholds ?? [];
    expect(threshold).toMatchObject({ atLeast: 4, above: null, tells: [{ kind: 'role', role: 'leader' }] });
  });

  it.each([
    ['no value to be crossed', { atLeast: null }, 'write one of `atLeast`, `above` and `below`'],
    ['two of them', { above: 4 }, 'write one of `atLeast`, `above` and `below`'],
    ['no end', { clearsBelow: undefined }, 'write `clearsBelow`: where it is over'],
    ['no end above', { atLeast: null, below: 4, clearsBelow: undefined }, 'write `clearsFrom`: where it is over'],
    ['an end on the wrong side', { atLeast: null, below: 4 }, 'write `clearsFrom` instead'],
    ['an end on both sides', { clearsFrom: 5 }, 'write `clearsBelow` instead'],
    [
      'an end below the beginning, from above',
      { atLeast: null, below: 4, clearsBelow: undefined, clearsFrom: 3 },
      'it would clear while it is crossed; write 4 or more',
    ],
    ['nobody above, where somebody is named', { lateTells: ['role chief'] }, '`chief` is no role'],
    ['an end above the beginning', { clearsBelow: 5 }, 'it would clear while it is crossed; write 4 or less'],
    ['a role that nobody has', { tells: ['role chief'] }, '`chief` is no role'],
    ['an owner, where there is no complaint', { tells: ['owner'] }, 'a place has no owner'],
    ['working time', { within: '1 working hours of cn-workdays' }, 'write calendar time'],
    ['nothing to be done', { choices: [] }, 'name at least one thing that may be done'],
    ['a choice given twice', { choices: [RIGHT.choices[0], RIGHT.choices[0]] }, 'code `parking` is given twice'],
  ])('cannot have %s', (_what, change, message) => {
    expect(wrongIn({ ...RIGHT, ...change })).toEqual([expect.stringContaining(message)]);
  });

  it('may be crossed from above, and say who hears that nobody has chosen', () => {
    const { clearsBelow: _, ...spot } = RIGHT;
    const below = { ...spot, atLeast: null, below: 10, clearsFrom: 10, lateTells: ['department-head'] };
    const [threshold] = compilePack(documentWith(below)).pack.thresholds ?? [];
    expect(threshold).toMatchObject({ below: 10, clearsFrom: 10, lateTells: [{ kind: 'department-head' }] });
  });

  it('have codes of their own', () => {
    expect(wrongIn(RIGHT, RIGHT)).toEqual(['code `full` is given twice; each has its own']);
  });

  it('of the car dealer are four cars, four included, and more than twenty minutes', () => {
    const dealer = loadShippedPacks().find(({ pack }) => pack.code === 'peaks-dealer');
    const [cars, minutes] = dealer?.pack.thresholds ?? [];
    expect(cars).toMatchObject({ atLeast: 4, clearsBelow: 4, per: 'place' });
    expect(minutes).toMatchObject({ atLeast: null, above: 20, clearsBelow: 20, per: 'item' });
    expect(dealer?.pack.assessment).toMatchObject({ due: 'when-ours', deduction: 50 });
  });
});
