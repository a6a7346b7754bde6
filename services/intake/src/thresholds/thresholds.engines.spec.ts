import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { DomainClock, rootLogger, setDomainClock } from '@redress/service-kit';
import type { NoticeList } from '../notices/notice.service.ts';
import type { StoredPack } from '../packs/pack.views.ts';
import { ChoiceWatch } from './choice.watch.ts';
import { CrossingNotices } from './crossing.notices.ts';
import { CrossingRepository } from './crossing.repository.ts';
import type { MonthlyReview } from './crossing.views.ts';
import type { MeasureAnswer } from './measure.views.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
const APPROVER = person({ capabilities: ['administer'] });
const MACHINE = person({ capabilities: ['register'], departmentId: 'bays' });
const MANAGER = person({ capabilities: ['register', 'see-figures'], departmentId: 'bays' });
const BOSS = person({ capabilities: ['register'], departmentId: 'works' });
const ELSEWHERE = person({ capabilities: ['register', 'see-figures'], departmentId: 'sales' });
const COORDINATOR = person({ capabilities: ['register', 'coordinate', 'see-figures', 'read-all'] });
const MINUTE_MS = 60_000;
const minutes = (count: number) => new Date(Date.parse(STARTS_AT) - (60 - count) * MINUTE_MS).toISOString();

const DOCUMENT = `
pack: garage
version: '1'
extends: levels
title: { zh: 车间, en: The garage }
thresholds:
  - code: bays-full
    title: { zh: 满, en: Full }
    measure: cars-in-bays
    atLeast: 4
    clearsBelow: 4
    per: place
    tells: [role leader, department-head]
    within: 5m
    choices: [{ code: parking, title: { zh: 停车, en: Parking } }, { code: workshop, title: { zh: 车间, en: Workshop } }]
  - code: long-in-bay
    title: { zh: 久, en: Long }
    measure: minutes-in-bay
    above: 20
    clearsBelow: 20
    per: item
    tells: [role leader]
    within: 5m
    choices: [{ code: waiting-area, title: { zh: 待修区, en: Waiting area } }]
`;

describe('thresholds, on real PostgreSQL', () => {
  let intake: TestIntake;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    const directory = intake.app.get(DirectoryRepository, { strict: false });
    await intake.database.tx(async (tx) => {
      for (const [code, parent, headId] of [
        ['works', null, BOSS.id],
        ['bays', 'works', null],
        ['sales', null, null],
      ] as const)
        await directory.putDepartment(tx, { code, parent, title: { zh: code, en: code }, headId, version: 1 });
      for (const { id, departmentId } of [MANAGER, ELSEWHERE])
        await directory.putPerson(tx, {
          ...{ id, name: 'Lee', roles: ['leader'], onDuty: true, version: 1 },
          departmentId: String(departmentId),
        });
    });
    const { body: pack } = await intake.post<StoredPack>('/packs', { document: DOCUMENT }, ADMINISTRATOR);
    await intake.post(`/packs/${pack.hash}/approvals`, {}, APPROVER);
    const active = await intake.post(`/packs/${pack.hash}/activations`, { departmentId: 'bays' }, ADMINISTRATOR);
    if (active.status >= 300) throw new Error(`the pack is not in force: ${JSON.stringify(active.body)}`);
  }, 60_000);
  afterAll(() => intake?.close());

  const measure = async (body: object, actor = MACHINE) =>
    (await intake.post<MeasureAnswer>('/measures', body, actor)).body;
  const review = async (actor = MANAGER, query = '') =>
    (await intake.get<MonthlyReview>(`/crossings${query}`, actor)).body;
  const inbox = async (actor: typeof MANAGER) =>
    (await intake.get<NoticeList>('/notices', actor)).body.items.map(({ code }) => code);

  it('is crossed once, told to the people of the place, and again only after it has cleared (WRK-21)', async () => {
    const cars = (value: number, at: number) => measure({ measure: 'cars-in-bays', value, at: minutes(at) });
    expect((await cars(3, 1)).crossed).toEqual([]);
    expect((await cars(4, 2)).crossed).toHaveLength(1);
    expect((await cars(5, 3)).crossed).toEqual([]);
    expect((await cars(3, 4)).cleared).toHaveLength(1);
    expect((await cars(4, 5)).crossed).toHaveLength(1);
    expect(await inbox(MANAGER)).toEqual(['threshold-bays-full', 'threshold-bays-full']);
    expect(await inbox(ELSEWHERE)).toEqual([]);
  });

  it('counts each item for itself, and an older or repeated fact not at all', async () => {
    const car = (item: string, value: number, at: number) =>
      measure({ measure: 'minutes-in-bay', item, value, at: minutes(at) });
    expect((await car('7', 20, 10)).crossed).toEqual([]);
    expect((await car('7', 21, 11)).crossed).toHaveLength(1);
    expect((await car('8', 25, 11)).crossed).toHaveLength(1);
    expect(await car('7', 5, 11)).toEqual({ counted: false, crossed: [], cleared: [] });
    expect((await car('7', 0, 12)).cleared).toHaveLength(1);
    expect(await measure({ measure: 'minutes-in-bay', value: 25 })).toMatchObject({ code: 'invalid-input' });
    expect(await measure({ measure: 'moons', value: 25 })).toMatchObject({ code: 'no-such-measure' });
  });

  it('takes one choice, from who was told or coordinates, and shows when it was made', async () => {
    const [first, second] = (await review()).crossings.filter(({ code }) => code === 'bays-full');
    const choose = async (id: string | undefined, choice: string, actor = MANAGER) =>
      (await intake.post(`/crossings/${id}/choices`, { choice }, actor)).status;
    expect(await choose(first?.id, 'parking', ELSEWHERE)).toBe(404);
    expect(await choose(first?.id, 'prayer')).toBe(422);
    expect(await choose(first?.id, 'parking')).toBe(204);
    expect(await choose(first?.id, 'workshop')).toBe(409);
    expect(await choose(second?.id, 'workshop', COORDINATOR)).toBe(204);
    const { crossings } = await review();
    expect(crossings[0]?.choice).toMatchObject({ code: 'parking', by: MANAGER.id, at: STARTS_AT, inTime: false });
    expect(crossings[1]?.choice).toMatchObject({ code: 'workshop', by: COORDINATOR.id });
  });

  it('lists both events in the review of the month, with causes and measures (WRK-23)', async () => {
    const [first] = (await review()).crossings;
    const said = { cause: 'Two advisers were ill.', measure: 'A third stands by on Saturdays.' };
    expect((await intake.post(`/crossings/${first?.id}/reviews`, said, ELSEWHERE)).status).toBe(404);
    expect((await intake.post(`/crossings/${first?.id}/reviews`, said, MANAGER)).status).toBe(204);
    const { month, thresholds, crossings } = await review();
    expect(month).toBe(STARTS_AT.slice(0, 7));
    expect(thresholds.map(({ title: _title, ...counted }) => counted)).toEqual([
      { code: 'bays-full', crossings: 2, chosen: 2, chosenInTime: 0, reviewed: 1 },
      { code: 'long-in-bay', crossings: 2, chosen: 0, chosenInTime: 0, reviewed: 0 },
    ]);
    expect(crossings[0]?.reviews).toEqual([{ ...said, by: MANAGER.id, at: STARTS_AT }]);
    const empty = await review(MANAGER, '?month=2026-01');
    expect([empty.crossings, empty.thresholds.map((one) => one.crossings)]).toEqual([[], [0, 0]]);
  });

  it('is seen by the department and by who reads all', async () => {
    const status = async (actor: typeof MANAGER) => (await intake.get('/crossings?departmentId=bays', actor)).status;
    expect([await status(MANAGER), await status(ELSEWHERE), await status(COORDINATOR)]).toEqual([200, 403, 200]);
    expect((await intake.post(`/crossings/${randomUUID()}/choices`, { choice: 'parking' }, COORDINATOR)).status).toBe(
      404,
    );
  });

  it('tells the next above, once, when nobody has chosen in time while it stands (WRK-21)', async () => {
    const of = <Part>(part: new (...args: never[]) => Part): Part => intake.app.get(part, { strict: false });
    const parts = { clock: of(DomainClock), crossings: of(CrossingRepository), notices: of(CrossingNotices) };
    const watch = new ChoiceWatch({ database: intake.database, ...parts }, rootLogger('spec', 'silent'));
    await measure({ measure: 'minutes-in-bay', item: '9', value: 30 });
    expect(await watch.sweep()).toBe(1);
    expect(await inbox(BOSS)).toEqual(['threshold-long-in-bay-late']);
    expect(await watch.sweep()).toBe(0);
    const late = (await review()).crossings.filter(({ told }) => told.includes(BOSS.id));
    expect(late.map(({ item, choiceDueAt }) => [item, choiceDueAt])).toEqual([['8', minutes(16)]]);
    const choice = { choice: 'waiting-area' };
    expect((await intake.post(`/crossings/${late[0]?.id}/choices`, choice, BOSS)).status).toBe(204);
    await setDomainClock(intake.database, new Date(Date.parse(STARTS_AT) + 5 * MINUTE_MS).toISOString());
    expect(await watch.sweep()).toBe(1);
  });
});
