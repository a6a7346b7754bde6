import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DutyChange, Instant } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { person, TestIntake } from '../intake.fixture.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from '../steps/duty.repository.ts';
import { StepWriter } from '../steps/step.writer.ts';
import { CalendarRepository } from './calendar.repository.ts';
import type { CalendarList, CalendarPublication } from './calendar.views.ts';
import { LapseWatch } from './lapse.watch.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
/** Solved within ten working days, counted from a Monday at nine. */
const LEVEL_4 = { assessment: { urgency: 1, severity: 1, prevalence: 1 } };
const shanghai = (local: string): Instant => new Date(`${local}+08:00`).toISOString();
const documentWith = (lines: string) => `calendar: cn-workdays
timeZone: Asia/Shanghai
week: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
${lines}
`;
const FOLLOWS: DutyChange = { kind: 'every', does: 'follow-calendar', calendar: 'cn-workdays' };

describe('a calendar that is published, on real PostgreSQL', () => {
  let intake: TestIntake;
  const of = <Part>(part: new (...args: never[]) => Part): Part => intake.app.get(part, { strict: false });

  beforeAll(async () => {
    intake = await TestIntake.open('api');
  }, 60_000);
  afterAll(() => intake?.close());

  const publish = (lines: string) =>
    intake.post<CalendarPublication>('/calendars', { document: documentWith(lines) }, ADMINISTRATOR);
  const solveOf = async (id: string) => {
    const open = await of(DutyRepository).open(intake.database, id);
    const solve = open.find(({ kind }) => kind === 'solve');
    if (solve === undefined) throw new Error('it runs');
    return solve;
  };
  const commandsOf = (id: string) =>
    intake.database.query(`SELECT name, facts FROM intake.commands WHERE complaint_id = $1 ORDER BY place`, [id]);
  const rungsOf = (id: string) =>
    intake.database.query<{ rung: string; fires_at: Date; fired: boolean }>(
      `SELECT rung, fires_at, fired_at IS NOT NULL AS fired FROM intake.rungs WHERE complaint_id = $1 AND duty_id = 'solve-1'
       ORDER BY place`,
      [id],
    );

  /** The step that the process answers the command with. */
  async function step(id: string, at: Instant, duties: readonly DutyChange[]): Promise<void> {
    const cause = { kind: 'command', id: randomUUID(), actorId: null, actorKind: 'system', textIds: [] } as const;
    const decision = { changes: {}, duties, entries: [], notices: [], messages: [], others: [] };
    await intake.database.tx(async (tx) => {
      const file = await of(CaseRepository).lock(tx, id);
      if (file === null) throw new Error('it was filed');
      await of(StepWriter).write(tx, file, cause, at, decision);
    });
  }

  it('asks the open complaints whose clocks count by it to reckon anew, and no other (PRC-22)', async () => {
    const { id } = await intake.file(LEVEL_4);
    const { id: other } = await intake.file({ assessment: { urgency: 3, severity: 3, prevalence: 1 } });
    const ended = (await intake.file(LEVEL_4)).id;
    await intake.database.query(`UPDATE intake.duties SET ended_at = now() WHERE complaint_id = $1`, [ended]);
    expect((await solveOf(id)).dueAt).toBe(shanghai('2026-12-07T09:00'));
    const { status, body } = await publish('closedDays: [2026-11-25..2026-11-27]\ncoversUntil: 2026-12-31');
    expect([status, body.complaints]).toEqual([201, 1]);
    const facts = { calendar: 'cn-workdays', version: body.version, timetable: true };
    expect(await commandsOf(id)).toEqual([{ name: 'calendarPublished', facts }]);
    expect([await commandsOf(other), await commandsOf(ended)]).toEqual([[], []]);
    expect((await publish('closedDays: [2026-11-25..2026-11-27]\ncoversUntil: 2026-12-31')).body.complaints).toBe(0);
    await step(id, shanghai('2026-11-23T09:00'), [FOLLOWS]);
    const { dueAt, because } = await solveOf(id);
    expect(dueAt).toBe(shanghai('2026-12-10T09:00'));
    expect(because[0]?.facts['version']).toBe(body.version);
  });

  it('moves a paused clock from its own start, and lets what has fired stay fired', async () => {
    await publish('coversUntil: 2026-12-31');
    const { id } = await intake.file(LEVEL_4);
    await of(DutyRepository).fire(
      intake.database,
      id,
      { dutyId: 'solve-1', rung: 'warning' },
      shanghai('2026-12-02T18:00'),
    );
    await step(id, shanghai('2026-12-02T09:00'), [
      { kind: 'solve', does: 'pause', until: shanghai('2026-12-03T09:00') },
    ]);
    expect((await solveOf(id)).dueAt).toBe(shanghai('2026-12-07T18:00'));
    await publish("coversUntil: 2026-12-31\nopenedDays: { 2026-11-28: ['09:00-18:00'], 2026-11-29: ['09:00-18:00'] }");
    await step(id, shanghai('2026-12-05T12:00'), [FOLLOWS]);
    expect((await solveOf(id)).dueAt).toBe(shanghai('2026-12-03T18:00'));
    const [warning, backup] = await rungsOf(id);
    expect(warning).toMatchObject({ rung: 'warning', fired: true });
    // What lies in the past by now fires at once.
    expect(backup).toMatchObject({ rung: 'backup', fired: false, fires_at: new Date(shanghai('2026-12-05T12:00')) });
  });

  it('marks what it counts beyond its end, and lists what is about to lapse', async () => {
    await publish('coversUntil: 2026-12-01');
    const { id } = await intake.file(LEVEL_4);
    const { because } = await solveOf(id);
    expect(because.map(({ rule }) => rule)).toContain('calendar.beyond-coverage');
    const { items } = (await intake.get<CalendarList>('/calendars', ADMINISTRATOR)).body;
    const [last, ...earlier] = items.filter(({ code }) => code === 'cn-workdays');
    expect(last).toMatchObject({ inForce: true, daysLeft: 8, lapsing: true, publishedBy: ADMINISTRATOR.id });
    expect(last?.clocksBeyond).toBeGreaterThan(0);
    expect(earlier.every(({ inForce, lapsing }) => !inForce && !lapsing)).toBe(true);
    await publish('coversUntil: 2027-12-31');
    expect(await commandsOf(id)).toEqual([
      { name: 'calendarPublished', facts: expect.objectContaining({ timetable: false }) },
    ]);
    await step(id, shanghai('2026-11-23T09:00'), [FOLLOWS]);
    expect((await solveOf(id)).because.map(({ rule }) => rule)).toEqual(['clock.budget']);
  });

  it('comes into force again when an earlier version is published again', async () => {
    const first = (await publish('coversUntil: 2027-12-31')).body.version;
    await publish('coversUntil: 2028-12-31');
    await publish('coversUntil: 2027-12-31');
    const current = await of(PackRepository).calendars(intake.database);
    expect(current['cn-workdays']?.version).toBe(first);
  });

  it('is answered with every mistake by line and column, and for administrators alone', async () => {
    const wrong = await publish('closedDays: [2026-02-30]\ncoverUntil: 2026-12-31');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ code: 'calendar-has-mistakes', errors: [{ line: 4, column: 14 }, { line: 5 }] });
    expect((await intake.post('/calendars', { document: documentWith('') })).status).toBe(403);
    expect((await intake.get('/calendars')).status).toBe(403);
  });

  it('is told of to administrators once, some days before its holidays run out', async () => {
    await publish('coversUntil: 2026-12-03');
    const [administrator, handler] = [randomUUID(), randomUUID()];
    const someone = { name: 'n', departmentId: 'sales', onDuty: true, version: 1 };
    const directory = of(DirectoryRepository);
    await directory.putPerson(intake.database, { ...someone, id: administrator, roles: ['administrator'] });
    await directory.putPerson(intake.database, { ...someone, id: handler, roles: ['handler'] });
    const parts = {
      ...{ database: intake.database, clock: of(DomainClock), directory },
      ...{ calendars: of(CalendarRepository), packs: of(PackRepository) },
    };
    const log = { warn: () => undefined } as never;
    expect(await new LapseWatch(parts, 9, log, 0).sweep()).toBe(0);
    expect(await new LapseWatch(parts, 10, log, 0).sweep()).toBe(1);
    expect(await new LapseWatch(parts, 10, log, 0).sweep()).toBe(0);
    const inbox = await intake.get<{ items: unknown[] }>('/notices', person({ id: administrator }));
    expect(inbox.body.items).toMatchObject([{ code: 'calendar-lapses', calendar: 'cn-workdays', complaintId: null }]);
    expect((await intake.get<{ items: unknown[] }>('/notices', person({ id: handler }))).body.items).toEqual([]);
  });
});
