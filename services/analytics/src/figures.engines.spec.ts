import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPLAINT_TOPIC } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import type { Capability } from '@redress/policy';
import { listRoutes, type LooksPage } from '@redress/service-kit';
import { TestAnalytics } from './analytics.fixture.ts';
import type { ComplaintsPage, ComplaintView } from './figures/complaint.view.ts';
import type { DailyView, KpiView, LiveView, TotalsView } from './figures/figures.view.ts';
import { story } from './projection/complaint-story.builder.ts';
import { ComplaintProjector } from './projection/complaint.projector.ts';
import { rebuildFigures } from './projection/rebuild.figures.ts';

const NOW = '2026-12-10T00:00:00.000Z';
const [ANNA, BO, CHEN] = [randomUUID(), randomUUID(), randomUUID()];

/** Answered too late, handed to Bo, solved by him, told after local midnight of 1 December. */
const late = story()
  .registered()
  .then(
    '2026-11-23T01:10:00.000Z',
    'assigned',
    { rule: 'least-loaded' },
    { stage: 'assigned', owner: ANNA, backup: BO },
  )
  .fires('warned', 'owner', '2026-11-23T02:30:00.000Z')
  .fires('escalated', 'backup', '2026-11-23T03:00:00.000Z', { owner: BO, departmentId: 'after-sales' })
  .closes('2026-11-23T05:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'late', ANNA)
  .then('2026-11-24T05:00:00.000Z', 'returned', { to: 'investigating', returns: 1 }, { stage: 'investigating' })
  .closes('2026-11-30T08:00:00.000Z', 'solve', '2026-11-30T09:00:00.000Z', 'in-time', BO)
  .then('2026-11-30T17:00:00.000Z', 'told', { channel: 'phone', reached: true }, { stage: 'informing' })
  .then('2026-11-30T17:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed', owner: CHEN });

/** Closed in November (Shanghai), reopened in December. */
const reopened = story({ owner: BO })
  .registered('delivery')
  .closes('2026-11-23T02:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'in-time', BO)
  .closes('2026-11-24T02:00:00.000Z', 'solve', '2026-11-30T09:00:00.000Z', 'in-time', BO)
  .then('2026-11-24T02:00:00.000Z', 'told', { channel: 'phone', reached: true }, { stage: 'informing' })
  .then('2026-11-24T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' })
  .then(
    '2026-12-02T02:00:00.000Z',
    'reopened',
    { round: 2, reason: 'customer' },
    { stage: 'investigating', round: 2, serious: true },
  );

/** Still open although due: overdue, and late for whoever had it when it fell due. */
const overdue = story({ owner: ANNA, level: '1' })
  .registered()
  .then('2026-12-01T00:00:00.000Z', 'handed-over', { from: ANNA, reason: 'absent' }, { owner: BO });

/** Counts in no KPI, whatever happened before. */
const withdrawn = story({ owner: ANNA })
  .registered()
  .closes('2026-11-23T05:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'late', ANNA)
  .closes('2026-11-23T05:00:00.000Z', 'solve', '2026-11-30T09:00:00.000Z', 'dropped', null)
  .then('2026-11-23T05:00:00.000Z', 'closed', { closing: 'withdrawn' }, { stage: 'closed' })
  .then('2026-12-05T05:00:00.000Z', 'ended', { closing: 'withdrawn' }, { stage: 'ended' });

const drill = story({ owner: ANNA, level: '1', serious: true }, { drill: true })
  .registered()
  .fires('escalated', 'backup', '2026-11-23T03:00:00.000Z')
  .closes('2026-11-23T05:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'late', ANNA)
  .then('2026-11-24T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' });

const restricted = story({ departmentId: 'legal' }, { access: 'restricted' }).registered('danger');

describe('the figures on real PostgreSQL and Kafka', () => {
  let one: TestAnalytics;

  beforeAll(async () => {
    one = await TestAnalytics.open(NOW);
    await one.publish(late, reopened, overdue, withdrawn, drill, restricted);
    await one.publish(late, withdrawn, drill);
    await one.quiet();
  });
  afterAll(() => one?.close());

  const get = <View>(address: string, ...capabilities: Capability[]) => one.get<View>(address, ...capabilities);
  const idsBehind = (complaints?: string) => one.idsBehind(complaints);

  /** What everybody sees, without what tells of the way it came about. */
  const everything = async () => ({
    live: await get<LiveView>('live'),
    daily: await get<DailyView>('daily?from=2026-11-01&to=2026-12-31'),
    person: await get<KpiView>('kpi?by=person&from=2026-11'),
    department: await get<KpiView>('kpi?by=department&period=year&from=2026-11'),
    totals: await get<TotalsView>('totals'),
    complaint: await get<ComplaintView>(`complaints/${late.id}`),
  });

  it('show the open work, each number with the complaints behind it', async () => {
    const live = await get<LiveView>('live');
    expect([live.asOf, live.open.count, live.serious.count, live.overdue.count]).toEqual([NOW, 3, 1, 2]);
    expect(live.byLevel.map(({ level, count }) => [level, count])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
    expect(live.byStage.map(({ stage, count }) => [stage, count])).toEqual([
      ['investigating', 1],
      ['received', 2],
    ]);
    expect(live.byDepartment.map(({ departmentId, count }) => [departmentId, count])).toEqual([
      ['legal', 1],
      ['sales', 2],
    ]);
    expect(live.byClock.map(({ kind, running, overdue: past }) => [kind, running.count, past.count])).toEqual([
      ['respond', 2, 2],
      ['solve', 2, 2],
    ]);
    expect(await idsBehind(live.byLevel[0]?.complaints)).toEqual([overdue.id]);
    expect((await idsBehind(live.overdue.complaints)).sort()).toEqual([overdue.id, restricted.id].sort());
  });

  it('show the days in the time zone of the figures', async () => {
    const { items } = await get<DailyView>('daily?from=2026-11-01&to=2026-12-31');
    const counted = items.map(({ day, departmentId, counts, categories }) => [
      ...[day, departmentId],
      Object.entries(counts)
        .flatMap(([code, { count }]) => (count === 0 ? [] : [`${code} ${count}`]))
        .join(', '),
      categories.map(({ category, count }) => `${category} ${count}`).join(', '),
    ]);
    expect(counted).toEqual([
      ['2026-11-23', 'after-sales', 'escalated 1', ''],
      ['2026-11-23', 'legal', 'registered 1, acknowledged 1', 'danger 1'],
      ['2026-11-23', 'sales', 'registered 4, acknowledged 4, warned 1, closed 1', 'delivery 4, price 3'],
      ['2026-11-24', 'after-sales', 'returned 1', ''],
      ['2026-11-24', 'sales', 'told 1, closed 1', ''],
      ['2026-12-01', 'after-sales', 'told 1, closed 1', ''],
      ['2026-12-02', 'sales', 'reopened 1', ''],
      ['2026-12-05', 'sales', 'ended 1', ''],
    ]);
    expect(await idsBehind(items[0]?.counts['escalated']?.complaints)).toEqual([late.id]);
    expect((await get<DailyView>('daily?from=2026-11-23&to=2026-11-23&departmentId=legal')).items).toHaveLength(1);
  });

  const kpiOf = async (query: string, id: string | null) => {
    const line = (await get<KpiView>(`kpi?${query}`)).items.find((one) => one.id === id);
    if (line === undefined) return null;
    return [line.dutiesDue, line.dutiesLate, line.closed, line.closedForGood].map(({ count }) => count);
  };

  it('count a late duty for who held it when it fell due', async () => {
    expect(await kpiOf('by=person&period=month&from=2026-11', ANNA)).toEqual([3, 3, 0, 0]);
    expect(await kpiOf('by=department&period=month&from=2026-11', 'sales')).toEqual([5, 3, 1, 0]);
    expect(await kpiOf('by=department&period=month&from=2026-11', 'after-sales')).toEqual([1, 0, 0, 0]);
    expect(await kpiOf('by=person&period=month&from=2026-11', null)).toEqual([2, 2, 0, 0]);
  });

  it('count resolution for the owner when the result was told, and not when it was reopened since', async () => {
    expect(await kpiOf('by=person&from=2026-11', BO)).toEqual([3, 0, 1, 0]);
    expect(await kpiOf('by=person&from=2026-12', BO)).toEqual([0, 0, 1, 1]);
    expect(await kpiOf('by=person&period=quarter&from=2026-12', BO)).toEqual([3, 0, 2, 1]);
    expect(await kpiOf('by=person&period=year&from=2026-12', CHEN)).toBeNull();
  });

  it('are marked where satisfaction has no data and the cases are few', async () => {
    const line = (await get<KpiView>('kpi?by=person&period=quarter&from=2026-10')).items.find(({ id }) => id === BO);
    expect(line).toMatchObject({
      timeliness: 100,
      satisfaction: null,
      resolution: 50,
      total: 75,
      marked: true,
      smallNumbers: true,
    });
  });

  it('lead from each KPI to the complaints behind it', async () => {
    const { items } = await get<KpiView>('kpi?by=person&period=quarter&from=2026-10');
    const behind = async (id: string | null, part: 'dutiesLate' | 'closed' | 'closedForGood') =>
      (await idsBehind(items.find((one) => one.id === id)?.[part].complaints)).sort();
    expect(await behind(ANNA, 'dutiesLate')).toEqual([late.id, overdue.id].sort());
    expect(await behind(BO, 'closed')).toEqual([late.id, reopened.id].sort());
    expect(await behind(BO, 'closedForGood')).toEqual([late.id]);
    expect(await behind(null, 'dutiesLate')).toEqual([restricted.id]);
  });

  it('list complaints by what is asked, page by page', async () => {
    const all = [late, reopened, overdue, withdrawn, restricted].map(({ id }) => id).sort();
    expect((await idsBehind()).sort()).toEqual(all);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: ComplaintsPage = await get(`complaints?limit=2${after === '' ? '' : `&after=${after}`}`);
      paged.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect([paged.length, paged.sort()]).toEqual([5, all]);
    const found = async (filter: string) => (await idsBehind(`?${filter}`)).sort();
    expect(await found('verdict=late&dutyKind=respond')).toEqual([late.id, withdrawn.id].sort());
    expect(await found('closedIn=2026-12')).toEqual([late.id]);
    expect(await found('rung=backup')).toEqual([late.id]);
    expect(await found(`owner=${CHEN}&stage=closed`)).toEqual([late.id]);
    expect(await found('category=danger&departmentId=legal')).toEqual([restricted.id]);
    expect(await found('happened=returned&happenedIn=2026')).toEqual([late.id]);
    const answeredLate = [late.id, overdue.id, withdrawn.id, restricted.id].sort();
    expect(await found('acknowledgedInTime=false')).toEqual(answeredLate);
    expect(await found('acknowledgedInTime=true')).toEqual([reopened.id]);
    expect(await found('gaps=true')).toEqual([]);
  });

  it('show one complaint for reconciliation', async () => {
    const view = await get<ComplaintView>(`complaints/${late.id}`, 'audit');
    const fired = { dutyId: 'respond-1', rung: 'backup', firedFor: '2026-11-23T03:00:00.000Z' };
    expect(view).toMatchObject({
      id: late.id,
      stage: 'closed',
      lastSequence: late.events.length,
      gaps: 0,
      filled: 0,
      rungs: [fired],
    });
    expect(view).toMatchObject({
      channel: 'phone',
      closing: 'solved',
      closedAt: '2026-11-30T17:00:00.000Z',
      warnings: [{ rung: 'owner' }],
    });
    expect(
      view.duties.map(({ dutyId, verdict, holder, departmentId }) => [dutyId, verdict, holder, departmentId]),
    ).toEqual([
      ['respond-1', 'late', ANNA, 'sales'],
      ['solve-1', 'in-time', BO, 'after-sales'],
    ]);
  });

  it('count everything once although it came twice, and drills nowhere', async () => {
    const totals = {
      filed: 5,
      acknowledgedInTime: 1,
      escalatedByRung: { backup: 1 },
      returned: 1,
      reopened: 1,
      closed: 2,
      ended: 1,
    };
    expect(await get('totals')).toEqual({ ...totals, drills: 1, gaps: 0 });
    expect(await get(`complaints/${drill.id}`)).toMatchObject({ drill: true, lastSequence: drill.events.length });
    expect(await idsBehind()).not.toContain(drill.id);
  });

  it('keep restricted complaints from those who may not read them', async () => {
    const page = await get<ComplaintsPage>('complaints', 'see-figures');
    expect(page.items.map(({ id }) => id)).not.toContain(restricted.id);
    await expect(get(`complaints/${restricted.id}`, 'see-figures')).rejects.toThrow('404');
  });

  it('record every look at a restricted complaint (INT-7)', async () => {
    await one.database.query('DELETE FROM analytics.looks');
    await get(`complaints/${late.id}`);
    await get('complaints?departmentId=legal', 'see-figures');
    expect((await one.at<LooksPage>('/looks', 'audit')).items).toEqual([]);
    await get('complaints?departmentId=legal');
    await get(`complaints/${restricted.id}`);
    const { items } = await one.at<LooksPage>(`/looks?complaintId=${restricted.id}`, 'audit');
    expect(items.map(({ what, at }) => [what, at])).toEqual([
      ['figures', NOW],
      ['figures', NOW],
    ]);
    await expect(one.at('/looks', 'see-figures')).rejects.toThrow('403');
  });

  it('are for those who may see figures', async () => {
    const routes = listRoutes(one.app).filter(({ path }) => path.startsWith('/figures'));
    expect(routes).toHaveLength(7);
    routes.forEach(({ access }) => expect(access).toEqual({ open: false, needs: ['see-figures', 'audit'] }));
    await expect(get('totals', 'handle')).rejects.toThrow('403');
    await expect(get('complaints?after=x')).rejects.toThrow('400');
  });

  it('are described, and ready when the consumer fetches', async () => {
    const document = (await one.app.inject({ url: '/openapi.json' })).json();
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/figures/kpi', '/figures/complaints/{id}']));
    expect(JSON.stringify(document.paths['/figures/kpi'].get)).toContain('KpiFigures');
    expect((await one.app.inject({ url: '/health/ready' })).json()).toMatchObject({
      ready: true,
      checks: { database: 'ok', complaints: 'ok' },
    });
  });

  it('are the same after a rebuild, which the consumer takes up by itself', async () => {
    const before = await everything();
    const generation = await rebuildFigures(one.database);
    await one.quiet(generation);
    expect(generation).toBe(2);
    expect(await everything()).toEqual(before);
  });

  it('take nothing more from a consumer of the generation before', async () => {
    const stray = story().registered();
    for (const event of stray.events) await one.app.get(ComplaintProjector).project(event, 1);
    await expect(get(`complaints/${stray.id}`)).rejects.toThrow('404');
  });

  it('show a gap, do not go back, and say when what was missing has come', async () => {
    const gappy = story().registered();
    const [first, second, third, fourth] = gappy.events;
    const now = async () => get<ComplaintView>(`complaints/${gappy.id}`);
    const send = async (event: CloudEvent | undefined) => {
      await one.bus.publish([{ topic: COMPLAINT_TOPIC, key: gappy.id, event: event ?? null }]);
      await one.quiet(2);
    };
    await send(first);
    await send(fourth);
    expect(await now()).toMatchObject({ lastSequence: 4, gaps: 2, filled: 0, acknowledgedAt: null });
    expect(await idsBehind('?gaps=true')).toEqual([gappy.id]);
    await send({
      ...(second as CloudEvent),
      data: {
        ...(second?.data as object),
        standing: { ...(second?.data as { standing: object }).standing, stage: 'ended' },
      },
    });
    expect(await now()).toMatchObject({
      stage: 'received',
      lastSequence: 4,
      gaps: 2,
      filled: 1,
      acknowledgedAt: '2026-11-23T01:00:00.000Z',
    });
    expect((await get<TotalsView>('totals')).gaps).toBe(1);
    await send(third);
    await send({ ...(third as CloudEvent), id: randomUUID() });
    expect(await now()).toMatchObject({ lastSequence: 4, gaps: 2, filled: 2 });
    expect(await idsBehind('?gaps=true')).toEqual([]);
  });
});
