import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { departmentUnderstaffed, personChanged, personHandOverOrdered } from '@redress/contracts';
import { ensureDomainClock, setDomainClock } from '@redress/service-kit';
import { until } from '@redress/testkit';
import { OpenCaseRepository } from '../assignment/open-case.repository.ts';
import { demoPersonId } from '../seed/demo.company.ts';
import { openApiFixture, type ApiFixture } from '../staffing.api.fixture.ts';

const START = '2026-11-23T01:00:00.000Z';
const [TUESDAY, WEDNESDAY, FRIDAY] = [
  '2026-11-24T01:00:00.000Z',
  '2026-11-25T01:00:00.000Z',
  '2026-11-27T01:00:00.000Z',
] as const;

describe('absences by the domain clock, on real PostgreSQL (WRK-3)', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await openApiFixture('api,relay', { REDRESS_CLOCK: 'stepped' }, async (database) => {
      await ensureDomainClock(database);
      await setDomainClock(database, START);
    });
  });
  afterAll(() => api?.close());

  const id = demoPersonId;
  const tell = (who: string, absence: object, by = who) => api.call(by, 'POST', `/people/${id(who)}/absences`, absence);
  const person = async (who: string) => (await api.call('alex.stone', 'GET', `/people/${id(who)}`)).body;
  const ahead = async (who: string) => (await api.call(who, 'GET', `/people/${id(who)}/absences`)).body.items;
  const goTo = (at: string) => setDomainClock(api.database, at);
  const factsOf = async (key: string) =>
    api.database.query<{ at: string; data: Record<string, unknown> }>(
      `SELECT body ->> 'time' AS at, body -> 'data' AS data FROM staffing.outbox
       WHERE key = $1 AND sequence > 1 - (topic <> 'staffing.directory')::int ORDER BY topic, sequence`,
      [key],
    );

  const nothingDue = async (): Promise<boolean> => {
    const rows = await api.database.query(
      'SELECT 1 FROM staffing.absences WHERE due_at <= (SELECT at FROM domain_clock.now)',
    );
    return rows.length === 0;
  };

  it('begin and end by themselves, at the very instants that were planned', async () => {
    expect((await tell('mei.chen', { from: TUESDAY, until: WEDNESDAY })).body).toMatchObject({ onDuty: true });
    await goTo('2026-11-24T00:59:59.999Z');
    expect([await nothingDue(), (await person('mei.chen')).onDuty]).toEqual([true, true]);
    await goTo('2026-11-24T09:30:00.000Z');
    await until(nothingDue);
    expect(await person('mei.chen')).toMatchObject({ onDuty: false, absentFrom: TUESDAY, absentUntil: WEDNESDAY });
    await goTo(FRIDAY);
    await until(nothingDue);
    expect(await person('mei.chen')).toMatchObject({ onDuty: true, absentFrom: null, absentUntil: null });
    const facts = await factsOf(`person:${id('mei.chen')}`);
    expect(facts.map(({ at, data }) => [at, data['onDuty']])).toEqual([
      [TUESDAY, false],
      [WEDNESDAY, true],
    ]);
    facts.forEach(({ data }) => expect(personChanged.data.parse(data)).toBeDefined());
  });

  it('keep somebody away until the last of them has ended', async () => {
    await tell('ada.price', { until: '2026-11-28T00:00:00.000Z' });
    await tell('ada.price', { from: '2026-11-27T12:00:00Z', until: '2026-11-29T00:00:00.000Z' });
    await goTo('2026-11-28T00:00:00.000Z');
    await until(nothingDue);
    expect(await person('ada.price')).toMatchObject({ onDuty: false, absentUntil: '2026-11-29T00:00:00.000Z' });
    await goTo('2026-11-29T00:00:00.000Z');
    await until(nothingDue);
    expect((await person('ada.price')).onDuty).toBe(true);
  });

  it('are over when the return is told, and what is planned stays planned', async () => {
    await tell('kai.zhang', {});
    await tell('kai.zhang', { from: '2027-01-01T00:00:00Z' });
    expect((await ahead('kai.zhang')).map(({ state }: { state: string }) => state)).toEqual(['running', 'planned']);
    const back = await api.call('hao.sun', 'POST', `/people/${id('kai.zhang')}/returns`);
    expect(back.body).toMatchObject({ onDuty: true, absentFrom: null });
    const [planned] = await ahead('kai.zhang');
    expect(planned).toMatchObject({ state: 'planned', from: '2027-01-01T00:00:00.000Z', until: null });
  });

  it('can be taken back before they begin, and not afterwards', async () => {
    const [planned] = await ahead('kai.zhang');
    const cancel = (absenceId: string, by = 'kai.zhang') =>
      api.call(by, 'DELETE', `/people/${id('kai.zhang')}/absences/${absenceId}`);
    expect((await cancel(planned.id, 'mei.chen')).status).toBe(403);
    expect((await cancel(planned.id)).status).toBe(204);
    expect((await cancel(id('nobody'))).status).toBe(404);
    await tell('kai.zhang', {});
    const [running] = await ahead('kai.zhang');
    expect((await cancel(running.id)).body).toMatchObject({ status: 409, code: 'absence-has-begun' });
    await api.call('hao.sun', 'PATCH', `/people/${id('kai.zhang')}`, { onDuty: true });
    expect(await ahead('kai.zhang')).toEqual([]);
  });

  it.each([
    [{ from: FRIDAY, until: TUESDAY }, 422],
    [{ until: START }, 422],
    [{ from: 'tomorrow' }, 400],
  ])('refuse %j with %i', async (absence, status) => {
    expect((await tell('kai.zhang', absence)).status).toBe(status);
  });

  it('are seen ahead by the person, the head, the planner and administrators', async () => {
    const seenBy = async (who: string) => (await api.call(who, 'GET', `/people/${id('kai.zhang')}/absences`)).status;
    for (const who of ['kai.zhang', 'hao.sun', 'dan.cole', 'alex.stone'])
      expect([who, await seenBy(who)]).toEqual([who, 200]);
    expect([await seenBy('rosa.diaz'), await seenBy('eva.novak')]).toEqual([403, 403]);
  });

  it('raise an alert when more than half of a department is away, once for each time', async () => {
    const now = '2026-11-30T00:00:00.000Z';
    await goTo(now);
    await tell('jun.li', {});
    expect(await factsOf('after-sales')).toEqual([]);
    await tell('tom.baker', {});
    await tell('olga.meyer', {});
    const away = { departmentId: 'after-sales', handlers: 2, onDuty: 0, share: 0.5 };
    expect(await factsOf('after-sales')).toEqual([{ at: now, data: away }]);
    await api.call('jun.li', 'POST', `/people/${id('jun.li')}/returns`);
    await tell('jun.li', {});
    const alerts = await factsOf('after-sales');
    expect(alerts.map(({ data }) => departmentUnderstaffed.data.parse(data))).toEqual([away, away]);
  });

  it('hand over all that somebody owes: ordered for a named person or for the backups', async () => {
    const order = (by: string, body: object) => api.call(by, 'POST', `/people/${id('min.xu')}/hand-overs`, body);
    await new OpenCaseRepository().assign(api.database, '22222222-2222-4222-8222-222222222222', id('min.xu'));
    expect((await order('paul.reed', {})).status).toBe(403);
    expect((await order('eva.novak', { to: id('jun.li') })).body).toMatchObject({ status: 422, code: 'not-on-duty' });
    expect((await order('eva.novak', { to: id('min.xu') })).body.code).toBe('unknown-person');
    expect((await order('eva.novak', { to: id('qin.zhou') })).body.code).toBe('handles-no-complaints');
    expect(await order('eva.novak', { to: id('rosa.diaz') })).toEqual({
      status: 202,
      body: { openCases: 1, openActions: 0 },
    });
    expect((await order('alex.stone', {})).status).toBe(202);
    const orders = (await factsOf(id('min.xu'))).map(({ data }) => personHandOverOrdered.data.parse(data));
    expect(orders.map(({ to, orderedBy }) => [to, orderedBy])).toEqual([
      [id('rosa.diaz'), id('eva.novak')],
      [null, id('alex.stone')],
    ]);
  });

  it('end with the person, who stands in for nobody any more', async () => {
    await tell('ivan.petrov', { from: '2027-02-01T00:00:00Z' });
    expect((await api.call('alex.stone', 'POST', `/people/${id('ivan.petrov')}/departures`)).status).toBe(204);
    expect((await person('fang.luo')).backupId).toBeNull();
    const left = await api.database.query<{ state: string }>(
      'SELECT state FROM staffing.absences WHERE person_id = $1',
      [id('ivan.petrov')],
    );
    expect(left).toEqual([{ state: 'cancelled' }]);
  });
});
