import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DIRECTORY_TOPIC, PACK_TOPIC, packActivated, personChanged } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { TestAnalytics } from './analytics.fixture.ts';
import type { KpiView, TrendView } from './figures/figures.view.ts';
import { story } from './projection/complaint-story.builder.ts';
import { rebuildFigures } from './projection/rebuild.figures.ts';

const NOW = '2027-02-10T00:00:00.000Z';
const [ANNA, BO, CHEN] = [randomUUID(), randomUUID(), randomUUID()];
const TOLD = { channel: 'phone', reached: true };
const answer = (result: number) => ({ result, process: 4, recommend: null, satisfied: result > 2 });

/** Nobody made the first contact; a new round gave the duty up after it had fallen due. */
const givenUp = story({ owner: ANNA, departmentId: 'sales' })
  .registered('delivery')
  .then('2026-11-23T09:00:00.000Z', 'handed-over', { from: ANNA, reason: 'away' }, { owner: BO })
  .closes('2026-11-24T02:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'dropped', ANNA)
  .closes('2026-11-24T02:00:00.000Z', 'solve', '2026-11-30T09:00:00.000Z', 'dropped', BO);

/** Closed, reopened and closed again in one quarter, by the same owner. */
const again = story({ owner: ANNA, departmentId: 'stores' })
  .registered('delivery')
  .then('2026-10-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-10-25T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' })
  .then('2026-11-02T02:00:00.000Z', 'reopened', { round: 2, reason: 'customer' }, { stage: 'investigating', round: 2 })
  .then('2026-11-04T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-05T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' });

/** Nobody answered the offer; a yes after the date was carried out in the same round. */
const lateYes = story({ owner: ANNA, departmentId: 'branch' })
  .registered('delivery')
  .then('2026-11-10T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-12T02:00:00.000Z', 'closed', { closing: 'unanswered' }, { stage: 'closed' })
  .then('2026-11-20T02:00:00.000Z', 'offer-answered', { option: 1, accepted: true, late: true }, { stage: 'resolving' })
  .then('2026-12-03T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-12-05T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' });

/** Merged by mistake and parted again: open, and late. */
const parted = story({ owner: ANNA, departmentId: 'depot' })
  .registered('delivery')
  .then('2026-11-23T02:00:00.000Z', 'closed', { closing: 'merged' }, { stage: 'closed' })
  .then('2026-11-23T02:30:00.000Z', 'parted', { from: randomUUID() }, { stage: 'assigned' });
const merged = story({ owner: ANNA, departmentId: 'depot' })
  .registered('delivery')
  .then('2026-11-23T02:00:00.000Z', 'closed', { closing: 'merged' }, { stage: 'closed' });

/** The answer came before the survey was sent; a second result was told, and its survey never answered. */
const early = story({ owner: ANNA, departmentId: 'desk' })
  .registered('delivery')
  .then('2026-11-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-24T03:00:00.000Z', 'surveyed', answer(1), { round: 2, stage: 'received' })
  .then('2026-11-28T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-29T02:00:00.000Z', 'survey-sent');

/** Chen's duty fell due before she changed the department; logistics was asked by her. */
const moved = story({ owner: CHEN, departmentId: 'depot-2' })
  .registered('price')
  .closes('2026-11-23T02:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'in-time', CHEN)
  .opens('2026-11-23T02:00:00.000Z', 'request', '2026-11-24T02:00:00.000Z', 'logistics')
  .closes('2026-12-20T02:00:00.000Z', 'solve', '2026-12-21T09:00:00.000Z', 'in-time', CHEN);

const drill = story({ owner: ANNA, departmentId: 'sales' }, { drill: true }).registered('delivery');
const stories = [givenUp, again, lateYes, parted, merged, early, moved, drill];

function fact(topic: string, type: string, key: string, time: string, sequence: number, data: object) {
  const event: CloudEvent = {
    ...{ specversion: '1.0', id: randomUUID(), source: '/redress/spec', type, subject: key, time },
    ...{ datacontenttype: 'application/json', sequence, access: 'open', data },
  };
  return { topic, key, event };
}
const inDepartment = (id: string, departmentId: string, since: string, version: number) =>
  fact(DIRECTORY_TOPIC, personChanged.type, `person:${id}`, since, version, {
    ...{ id, username: 'u', name: 'n', departmentId, roles: [], backupId: null, onDuty: true },
    limits: { compensation: null, goodwill: null },
  });
const activated = (sequence: number, from: string, more: object) =>
  fact(PACK_TOPIC, packActivated.type, 'f', from, sequence, { hash: 'f', code: 'p', version: '1', roles: [], ...more });
const weights = (timeliness: number, satisfaction: number, resolution: number) => ({
  ...{ timeliness, satisfaction, resolution },
});

describe('the KPIs to the letter, on real PostgreSQL and Kafka (IMP-2)', () => {
  let one: TestAnalytics;

  beforeAll(async () => {
    one = await TestAnalytics.open(NOW);
    await one.publish(...stories);
    await one.bus.publish([
      inDepartment(ANNA, 'team-a', '2026-01-01T00:00:00.000Z', 1),
      inDepartment(CHEN, 'team-c', '2026-01-01T00:00:00.000Z', 1),
      inDepartment(CHEN, 'team-c', '2026-11-25T00:00:00.000Z', 2),
      inDepartment(CHEN, 'team-a', '2026-12-01T00:00:00.000Z', 3),
      activated(1, '2026-01-01T00:00:00.000Z', { kpi: weights(100, 0, 0) }),
      activated(2, '2026-12-01T00:00:00.000Z', {}),
      activated(3, '2026-01-01T00:00:00.000Z', { departmentId: 'team-c', kpi: weights(0, 0, 1) }),
    ]);
    await one.bus.publish([{ topic: DIRECTORY_TOPIC, key: `person:${CHEN}`, event: null }]);
    await one.quiet();
  });
  afterAll(() => one?.close());

  async function lineOf(query: string, id: string | null) {
    const { items } = await one.get<KpiView>(`kpi?${query}`);
    return items.find((item) => item.id === id);
  }
  const behind = async (figure?: { complaints: string }) => (await one.idsBehind(figure?.complaints)).sort();
  type Line = KpiView['items'][number];
  const closings = (line?: Line) => [line?.closed.count, line?.closedForGood.count, line?.firstRound.count];

  it('count a duty as late that was given up after it had fallen due, for who held it then, and one before as none', async () => {
    const sales = await lineOf('by=department&from=2026-11', 'sales');
    expect([sales?.dutiesDue.count, sales?.dutiesLate.count]).toEqual([1, 1]);
    const anna = await lineOf('by=person&from=2026-11', ANNA);
    expect(await behind(anna?.dutiesLate)).toContain(givenUp.id);
    expect((await lineOf('by=person&from=2026-11', BO))?.dutiesDue.count).toBeUndefined();
  });

  it('count a complaint once in a period, however often it was closed in it', async () => {
    const quarter = await lineOf('by=department&period=quarter&from=2026-10', 'stores');
    expect([...closings(quarter), quarter?.resolution]).toEqual([1, 1, 0, 100]);
    expect(await behind(quarter?.closed)).toEqual([again.id]);
    expect(closings(await lineOf('by=department&from=2026-10', 'stores'))).toEqual([1, 0, 0]);
    expect(closings(await lineOf('by=department&from=2026-11', 'stores'))).toEqual([1, 1, 0]);
  });

  it('keep both closings of a round that went on after a late yes', async () => {
    expect(closings(await lineOf('by=department&from=2026-11', 'branch'))).toEqual([1, 0, 0]);
    expect(closings(await lineOf('by=department&from=2026-12', 'branch'))).toEqual([1, 1, 1]);
    const half = await lineOf('by=department&period=half-year&from=2026-12', 'branch');
    expect([...closings(half), half?.resolution]).toEqual([1, 1, 1, 100]);
  });

  it('leave out what is merged, and count what was parted again', async () => {
    const depot = await lineOf('by=department&from=2026-11', 'depot');
    expect(await behind(depot?.dutiesDue)).toEqual([parted.id]);
    expect(closings(depot)).toEqual([0, 0, 0]);
  });

  it('take an answer that came before the survey was sent as asked for', async () => {
    const desk = await lineOf('by=department&from=2026-11', 'desk');
    expect([desk?.surveysSent.count, desk?.surveysAnswered.count, desk?.responseRate]).toEqual([2, 1, 50]);
    expect([desk?.answered.count, desk?.satisfaction]).toEqual([1, 0]);
    expect(await behind(desk?.surveysAnswered)).toEqual([early.id]);
  });

  it('count for the team that the person belonged to, and a request for the department that was asked', async () => {
    const november = await lineOf('by=team&from=2026-11', 'team-c');
    expect([november?.dutiesDue.count, await behind(november?.dutiesDue)]).toEqual([1, [moved.id]]);
    const december = await lineOf('by=team&from=2026-12', 'team-a');
    expect(await behind(december?.dutiesDue)).toEqual([moved.id]);
    const logistics = await lineOf('by=team&from=2026-11', 'logistics');
    expect([logistics?.dutiesDue.count, logistics?.dutiesLate.count]).toEqual([1, 1]);
    expect((await lineOf('by=team&period=year&from=2026-11', null))?.dutiesDue.count).toBeUndefined();
  });

  it('are weighed as the pack in force at the end of the period says, the own one of a department first', async () => {
    const weightsOf = async (query: string, id: string) => (await lineOf(query, id))?.weights;
    expect(await weightsOf('by=department&from=2026-11', 'sales')).toEqual(weights(100, 0, 0));
    expect(await weightsOf('by=department&period=year&from=2026-11', 'sales')).toEqual(weights(30, 40, 30));
    expect(await weightsOf('by=team&from=2026-11', 'team-c')).toEqual(weights(0, 0, 1));
    expect(await weightsOf('by=person&from=2026-11', CHEN)).toEqual(weights(0, 0, 1));
    expect(await weightsOf('by=person&from=2026-12', CHEN)).toEqual(weights(30, 40, 30));
    const november = await lineOf('by=department&from=2026-11', 'sales');
    expect([november?.timeliness, november?.total, november?.marked]).toEqual([0, 0, true]);
  });

  it('stand beside trends, the most frequent first, each number with its complaints (IMP-1)', async () => {
    const { items } = await one.get<TrendView>('trends?by=category&from=2026-10&to=2026-11');
    const shown = items.map(({ id, total, periods }) => [
      id,
      total,
      periods.map(({ period, count }) => [period, count]),
    ]);
    const months = (november: number) => [
      ['2026-10', 0],
      ['2026-11', november],
    ];
    expect(shown).toEqual([
      ['delivery', 6, months(6)],
      ['price', 1, months(1)],
    ]);
    expect(await behind(items[1]?.periods[1])).toEqual([moved.id]);
    const year = await one.get<TrendView>('trends?by=department&period=year&from=2026-10&to=2027-01');
    expect(year.items.find(({ id }) => id === 'depot')?.periods.map(({ period, count }) => [period, count])).toEqual([
      ['2026', 2],
      ['2027', 0],
    ]);
  });

  it('are the same after a rebuild, teams and weights too', async () => {
    const all = () =>
      Promise.all(['team', 'department', 'person'].map((by) => one.get(`kpi?by=${by}&period=year&from=2026-11`)));
    const before = await all();
    await one.quiet(await rebuildFigures(one.database));
    expect(await all()).toEqual(before);
  });
});
