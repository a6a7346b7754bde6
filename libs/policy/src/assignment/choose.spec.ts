import { describe, expect, it } from '@jest/globals';
import type { Candidate, Needs } from './choose.ts';
import { choosePeople } from './choose.ts';

const person = (id: string, other: Partial<Candidate> = {}): Candidate => ({
  id,
  onDuty: true,
  skills: ['category:delivery'],
  openCases: 0,
  concerned: false,
  backupId: null,
  ...other,
});
const choose = (candidates: Candidate[], needs: Partial<Needs> = {}) =>
  choosePeople({ candidates, needs: { skills: ['category:delivery'], formerOwner: null, excluded: [], ...needs } });

describe('who gets a complaint (WRK-2)', () => {
  it('is the least loaded, by id where loads are equal', () => {
    expect(choose([person('c', { openCases: 3 }), person('b'), person('a')])).toMatchObject({
      owner: 'a',
      backup: 'b',
    });
  });

  it("is the customer's former owner, however loaded", () => {
    const given = choose([person('a'), person('b', { openCases: 9 })], { formerOwner: 'b' });
    expect(given).toMatchObject({ owner: 'b', backup: 'a' });
    expect('because' in given && given.because[0]?.rule).toBe('assignment.former-owner');
  });

  it('is not the former owner in a round that another handler must take', () => {
    expect(choose([person('a'), person('b')], { formerOwner: 'b', excluded: ['b'] })).toMatchObject({ owner: 'a' });
  });

  it.each([
    ['is off duty', { onDuty: false }],
    ['lacks a skill that somebody has', { skills: ['category:price'] }],
    ['is complained of', { concerned: true }],
  ])('is nobody who %s', (_why, other) => {
    expect(choose([person('a', other), person('b')])).toMatchObject({ owner: 'b', backup: null });
  });

  it('comes with the other half of the pair as backup, skilled or not', () => {
    const people = [person('a', { backupId: 'z' }), person('b'), person('z', { skills: [], openCases: 5 })];
    expect(choose(people)).toMatchObject({ owner: 'a', backup: 'z' });
  });

  it('has another backup where the paired one is off duty or concerned', () => {
    const pair = (other: Partial<Candidate>) => [person('a', { backupId: 'z' }), person('b'), person('z', other)];
    expect(choose(pair({ onDuty: false }))).toMatchObject({ backup: 'b' });
    expect(choose(pair({ concerned: true }))).toMatchObject({ backup: 'b' });
  });

  it('is the least loaded without the skill where nobody on duty has it, and the answer says so', () => {
    const given = choose([person('a', { openCases: 2 }), person('b')], { skills: ['language:zh'] });
    expect(given).toMatchObject({ owner: 'b', backup: 'a' });
    expect('because' in given && given.because).toContainEqual({
      rule: 'assignment.skill-missing',
      facts: { skills: 'language:zh' },
    });
  });

  it('is who has most of the skills where nobody has them all', () => {
    const skills = ['category:delivery', 'language:zh', 'channel:chat'];
    const people = [
      person('a', { skills: skills.slice(0, 1) }),
      person('b', { skills: skills.slice(0, 2), openCases: 9 }),
    ];
    expect(choose(people, { skills })).toMatchObject({ owner: 'b' });
    expect(choose(people, { skills, formerOwner: 'a' })).toMatchObject({ owner: 'b' });
  });

  it('says who was chosen among how many, and how the backup came', () => {
    const because = (people: Candidate[], needs: Partial<Needs> = {}) => {
      const given = choose(people, needs);
      return 'because' in given ? given.because : [];
    };
    const pair = [person('a', { backupId: 'z' }), person('z', { openCases: 3 })];
    expect(because(pair)).toEqual([
      { rule: 'assignment.least-loaded', facts: { owner: 'a', openCases: 0, able: 2 } },
      { rule: 'assignment.paired-backup', facts: { backup: 'z' } },
    ]);
    expect(because([person('a'), person('b', { openCases: 1 })]).at(-1)).toEqual({
      ...{ rule: 'assignment.next-backup', facts: { backup: 'b' } },
    });
    expect(because([person('a')], { skills: ['category:price', 'language:zh'] }).slice(1)).toEqual([
      { rule: 'assignment.skill-missing', facts: { skills: 'category:price language:zh' } },
      { rule: 'assignment.no-backup', facts: { backup: null } },
    ]);
  });

  it('has another backup than the owner, though the pair says so', () => {
    expect(choose([person('a', { backupId: 'a' }), person('b')])).toMatchObject({ owner: 'a', backup: 'b' });
  });

  it('names no missing skill where the owner has them all', () => {
    const given = choose([person('a')]);
    expect('because' in given && given.because.map(({ rule }) => rule)).toEqual([
      'assignment.least-loaded',
      'assignment.no-backup',
    ]);
  });

  it('says why there is nobody', () => {
    expect(choose([person('a', { onDuty: false }), person('b', { concerned: true })])).toEqual({
      none: [{ rule: 'assignment.nobody', facts: { candidates: 2, onDuty: 1, neitherConcernedNorExcluded: 0 } }],
    });
  });
});
