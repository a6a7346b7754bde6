import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plusMs } from '@redress/policy';
import { openStorySession, type Person, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { z } from 'zod';
import { OwnCase } from '../authorisation/own.case.ts';
import { OwnCompany } from '../authorisation/own.company.ts';

const ground = storyGround();
const { intake, staffing } = ground.urls;
const DAY_MS = 86_400_000;

const view = z.object({
  owner: z.uuid().nullable(),
  clocks: z.array(z.object({ dutyId: z.string(), dueAt: z.string() })),
});
const timeline = z.object({
  items: z.array(z.object({ code: z.string(), at: z.string(), facts: z.record(z.string(), z.unknown()) })),
});

let session: StorySession;
let company: OwnCompany;

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
});
afterAll(() => session?.close());

const look = async ({ id }: OwnCase) =>
  view.parse((await company.called('manager').get(`${intake}/complaints/${id}`)).body);
const solveClock = async (one: OwnCase) => (await look(one)).clocks.find(({ dutyId }) => dutyId.startsWith('solve'));
const handOversOf = async ({ id }: OwnCase) => {
  const answer = await company.called('manager').get(`${intake}/complaints/${id}/timeline`);
  return timeline.parse(answer.body).items.filter(({ code }) => code === 'handed-over');
};

/** Cases that lie with one person, told about by nobody else. */
async function held(count: number): Promise<{ cases: OwnCase[]; owner: Person; backup: Person }> {
  const filed = await OwnCase.file(intake, company, count * 2, () => session.time.quiet());
  const owner = filed[0]?.owner as Person;
  const cases = filed.filter((one) => one.owner === owner);
  for (const one of cases) await one.bring('investigating');
  return { cases, owner, backup: cases[0]?.backup as Person };
}

async function tell(by: Person, about: Person, what: string, body: unknown): Promise<number> {
  return (await by.post(`${staffing}/people/${await about.id()}/${what}`, body)).status;
}

describe('absence on the whole installation (WRK-3)', () => {
  it('moves all open work to the backup at the instant that was planned, and due times stay', async () => {
    const { cases, owner, backup } = await held(2);
    const clocks = await Promise.all(cases.map(solveClock));
    const from = plusMs(await session.time.now(), 2 * 3_600_000);
    expect(await tell(owner, owner, 'absences', { from, until: plusMs(from, DAY_MS) })).toBe(201);
    await session.time.moveTo(plusMs(from, -1), { among: [] });
    for (const one of cases) expect((await look(one)).owner).toBe(await owner.id());
    await session.time.moveTo(from, { among: [] });
    for (const [index, one] of cases.entries()) {
      expect((await look(one)).owner).toBe(await backup.id());
      expect(await solveClock(one)).toEqual(clocks[index]);
      expect((await handOversOf(one)).map(({ at, facts }) => [at, facts['reason']])).toEqual([[from, 'away']]);
    }
    await session.time.moveTo(plusMs(from, DAY_MS), { among: [] });
  });

  it('lets nobody go while something is owed, and moves it visibly to who is named', async () => {
    const { cases, owner } = await held(1);
    const [admin, head] = [company.called('admin'), company.called('head')];
    expect(await tell(admin, owner, 'departures', {})).toBe(409);
    expect(await tell(head, owner, 'hand-overs', { to: await head.id() })).toBe(202);
    await session.time.quiet();
    for (const one of cases) {
      expect((await look(one)).owner).toBe(await head.id());
      expect((await handOversOf(one)).at(-1)?.facts['from']).toBe(await owner.id());
    }
    expect(await tell(admin, owner, 'departures', {})).toBe(204);
    await session.time.quiet();
  });
});
