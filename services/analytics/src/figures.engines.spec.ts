import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createBus, isTransient, type Bus, type Publication } from '@redress/bus';
import { COMPLAINT_TOPIC } from '@redress/contracts';
import { Database, type CloudEvent } from '@redress/db';
import type { Actor, Capability } from '@redress/policy';
import {
  claimsOf,
  createService,
  ensureDomainClock,
  listRoutes,
  parseConfig,
  rootLogger,
  setDomainClock,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
} from '@redress/service-kit';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ANALYTICS_DATABASE, analyticsService } from './analytics.service.ts';
import { analyticsSettings } from './analytics.settings.ts';
import type { ComplaintsPage, ComplaintView } from './figures/complaint.view.ts';
import type { DailyView, KpiView, LiveView, TotalsView } from './figures/figures.view.ts';
import { complaintsGroup } from './projection/complaints.group.ts';
import { story, type ComplaintStory } from './projection/complaint-story.builder.ts';
import { ComplaintProjector } from './projection/complaint.projector.ts';
import { rebuildFigures } from './projection/rebuild.figures.ts';

const postgres = needed('REDRESS_TEST_POSTGRES_URL');
const brokers = needed('REDRESS_TEST_KAFKA_BROKERS').split(',');
const NOW = '2026-12-10T00:00:00.000Z';
const [ANNA, BO, CHEN] = [randomUUID(), randomUUID(), randomUUID()];
const keyPair = await generateKeyPair('EdDSA');

function needed(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is missing: these specs run on real engines`);
  return value;
}

async function token(...capabilities: Capability[]): Promise<string> {
  const actor: Actor = { id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId: null, limits: null };
  const { sub, ...claims } = claimsOf(actor);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'one' })
    .setSubject(sub)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setJti('j')
    .setExpirationTime('10 minutes')
    .sign(keyPair.privateKey);
}

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
  .then('2026-11-30T17:00:00.000Z', 'told', { channel: 'phone' }, { stage: 'informing' })
  .then('2026-11-30T17:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed', owner: CHEN });

/** Closed in November (Shanghai), reopened in December. */
const reopened = story({ owner: BO })
  .registered('delivery')
  .closes('2026-11-23T02:00:00.000Z', 'respond', '2026-11-23T03:00:00.000Z', 'in-time', BO)
  .closes('2026-11-24T02:00:00.000Z', 'solve', '2026-11-30T09:00:00.000Z', 'in-time', BO)
  .then('2026-11-24T02:00:00.000Z', 'told', { channel: 'phone' }, { stage: 'informing' })
  .then('2026-11-24T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' })
  .then('2026-12-02T02:00:00.000Z', 'reopened', { round: 2 }, { stage: 'investigating', round: 2, serious: true });

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
  const name = `analytics_${randomBytes(6).toString('hex')}`;
  const topicPrefix = `spec-${randomUUID()}.`;
  let admin: Database;
  let database: Database;
  let bus: Bus;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    admin = await Database.open({ url: postgres, applicationName: 'spec', migrations: [], schema: 'public' });
    await admin.query(`CREATE DATABASE ${name}`);
    const url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
    database = await Database.open({ ...ANALYTICS_DATABASE, url, applicationName: 'spec' });
    await database.migrate();
    await ensureDomainClock(database);
    await setDomainClock(database, NOW);
    bus = createBus({ brokers, topicPrefix, clientId: 'spec', log: rootLogger('spec', 'silent') });
    await bus.ensureTopics([{ name: COMPLAINT_TOPIC, partitions: 4 }]);
    app = await createService({ ...analyticsService(configOf(url)), tokenKeys: await tokenKeys() });
    await publish(late, reopened, overdue, withdrawn, drill, restricted);
    await publish(late, withdrawn, drill);
    await quiet();
  });

  afterAll(async () => {
    await app?.close();
    await bus?.close();
    await database?.close();
    await admin?.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin?.close();
  });

  function configOf(url: string) {
    const key = randomBytes(32).toString('base64');
    return parseConfig(
      {
        ...{ REDRESS_DATABASE_URL: url, REDRESS_KAFKA_BROKERS: brokers.join(','), REDRESS_TOPIC_PREFIX: topicPrefix },
        ...{
          REDRESS_TEMPORAL_ADDRESS: '127.0.0.1:1',
          REDRESS_PORT: '0',
          REDRESS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
        },
        ...{ REDRESS_MASTER_KEY: key, REDRESS_PAYLOAD_KEY: key, REDRESS_HMAC_KEY: key },
        ...{ REDRESS_PROFILE: 'test', REDRESS_CLOCK: 'stepped', REDRESS_ROLES: 'api,consumers', LOG_LEVEL: 'silent' },
      },
      analyticsSettings,
    );
  }

  async function tokenKeys() {
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }] });
    return () => keys;
  }

  async function publish(...stories: ComplaintStory[]): Promise<void> {
    const publications = stories.flatMap(({ id: key, events }) =>
      events.map((event): Publication => ({ topic: COMPLAINT_TOPIC, key, event })),
    );
    await bus.publish(publications);
  }

  async function quiet(generation = 1): Promise<void> {
    const group = complaintsGroup(generation);
    await until(async () => (await lagOf(group)) === 0);
  }

  /** A group's coordinator that is still loading is asked again. */
  async function lagOf(group: string): Promise<number | undefined> {
    try {
      return (await bus.lag([{ group, topics: [COMPLAINT_TOPIC] }]))[group];
    } catch (fault) {
      if (isTransient(fault)) return undefined;
      throw fault;
    }
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    const givesUpAt = Date.now() + 40_000;
    while (!(await holds())) {
      if (Date.now() > givesUpAt) throw new Error('it did not come about');
      await pause(50);
    }
  }

  async function get<View>(address: string, ...capabilities: Capability[]): Promise<View> {
    const needs: Capability[] = capabilities.length === 0 ? ['see-figures', 'read-restricted'] : capabilities;
    const answer = await app.inject({
      url: `/figures/${address}`,
      headers: { authorization: `Bearer ${await token(...needs)}` },
    });
    if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  }

  const idsBehind = async (complaints = '?') =>
    (await get<ComplaintsPage>(`complaints${complaints}`)).items.map(({ id }) => id);

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
    expect(await found('acknowledgedInTime=false')).toEqual([]);
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
      acknowledgedInTime: 5,
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

  it('are for those who may see figures', async () => {
    const routes = listRoutes(app).filter(({ path }) => path.startsWith('/figures'));
    expect(routes).toHaveLength(6);
    routes.forEach(({ access }) => expect(access).toEqual({ open: false, needs: ['see-figures', 'audit'] }));
    await expect(get('totals', 'handle')).rejects.toThrow('403');
    await expect(get('complaints?after=x')).rejects.toThrow('400');
  });

  it('are described, and ready when the consumer fetches', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json();
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/figures/kpi', '/figures/complaints/{id}']));
    expect(JSON.stringify(document.paths['/figures/kpi'].get)).toContain('KpiFigures');
    expect((await app.inject({ url: '/health/ready' })).json()).toMatchObject({
      ready: true,
      checks: { database: 'ok', complaints: 'ok' },
    });
  });

  it('are the same after a rebuild, which the consumer takes up by itself', async () => {
    const before = await everything();
    const generation = await rebuildFigures(database);
    await quiet(generation);
    expect(generation).toBe(2);
    expect(await everything()).toEqual(before);
  });

  it('take nothing more from a consumer of the generation before', async () => {
    const stray = story().registered();
    for (const event of stray.events) await app.get(ComplaintProjector).project(event, 1);
    await expect(get(`complaints/${stray.id}`)).rejects.toThrow('404');
  });

  it('show a gap, do not go back, and say when what was missing has come', async () => {
    const gappy = story().registered();
    const [first, second, third, fourth] = gappy.events;
    const now = async () => get<ComplaintView>(`complaints/${gappy.id}`);
    const send = async (event: CloudEvent | undefined) => {
      await bus.publish([{ topic: COMPLAINT_TOPIC, key: gappy.id, event: event ?? null }]);
      await quiet(2);
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
