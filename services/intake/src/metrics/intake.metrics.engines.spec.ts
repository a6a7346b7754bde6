import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@redress/db';
import { DomainClock, Metrics, SERVICE_CONFIG, setDomainClock, type ServiceConfig } from '@redress/service-kit';
import { TestIntake } from '../intake.fixture.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { IntakeMetrics } from './intake.metrics.ts';

describe('what an operator watches of the register', () => {
  let intake: TestIntake;
  let metrics: Metrics;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    metrics = new Metrics('intake');
    const config = { ...intake.app.get<ServiceConfig>(SERVICE_CONFIG), roles: ['relay'] as const };
    const [clock, packs] = [intake.app.get(DomainClock), intake.app.get(PackRepository)];
    new IntakeMetrics(intake.app.get(Database), clock, config, metrics, packs).onApplicationBootstrap();
  });
  afterAll(() => intake?.close());

  /** Values by name and labels, without those of the process itself. */
  async function shown(): Promise<Record<string, number>> {
    const lines = (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('redress_'));
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  }
  const of = (name: string, labels = '') => `${name}{${labels}${labels === '' ? '' : ','}service="intake"}`;

  it('counts what is open, what waits to leave and for how long', async () => {
    const before = await shown();
    expect(before[of('redress_complaints_open')]).toBe(0);
    expect(before[of('redress_commands_waiting')]).toBe(0);
    await intake.file();
    const after = await shown();
    expect(after[of('redress_complaints_open')]).toBe(1);
    expect(after[of('redress_complaints_overslept')]).toBe(0);
    expect(after[of('redress_outbox_waiting_rows', 'queue="start"')]).toBe(1);
    expect(after[of('redress_outbox_oldest_seconds', 'queue="fact"')]).toBeGreaterThan(0);
    expect(after[of('redress_calendar_days_left', 'calendar="cn-workdays"')]).toBeGreaterThan(0);
  });

  it('sees what has overslept', async () => {
    await setDomainClock(intake.database, '2026-12-23T01:00:00.000Z');
    expect((await shown())[of('redress_complaints_overslept')]).toBe(1);
  });

  it('sees rows that were refused for good', async () => {
    await intake.database.query(`UPDATE intake.outbox SET state = 'parked' WHERE queue = 'start'`);
    const figures = await shown();
    expect(figures[of('redress_outbox_parked_rows', 'queue="start"')]).toBe(1);
    expect(figures).not.toHaveProperty([of('redress_outbox_waiting_rows', 'queue="start"')]);
  });
});
