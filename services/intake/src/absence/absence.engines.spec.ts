import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DIRECTORY_TOPIC, PERSON_TOPIC, personChanged, personHandOverOrdered } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { AbsenceConsumer } from './absence.consumer.ts';
import { OwnerPresence } from './owner.presence.ts';

const NO_LIMITS = { compensation: null, goodwill: null };

describe('absences in the register on real PostgreSQL (WRK-3)', () => {
  let intake: TestIntake;
  let consumer: AbsenceConsumer;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    consumer = intake.app.get(AbsenceConsumer, { strict: false });
  });
  afterAll(() => intake?.close());

  /** A complaint that lies with these people. */
  async function heldBy(owner: string, backup: string | null): Promise<string> {
    const { id } = await intake.file();
    const people = JSON.stringify({ owner, backup, stage: 'investigating' });
    await intake.database.query(
      `UPDATE intake.complaints SET state = state || $2::jsonb, stage = 'investigating', owner_id = $3, backup_id = $4 WHERE id = $1`,
      [id, people, owner, backup],
    );
    return id;
  }

  function event(type: string, topic: string, subject: string, sequence: number, data: unknown): CloudEvent {
    return {
      ...{ specversion: '1.0', id: `${topic}/${subject}/${sequence}`, source: '/redress/staffing', type, subject },
      ...{ time: STARTS_AT, datacontenttype: 'application/json', sequence, access: 'open', data },
    };
  }
  const changed = (id: string, onDuty: boolean, version: number) =>
    event(personChanged.type, DIRECTORY_TOPIC, id, version, {
      ...{ id, username: 'u', name: 'n', departmentId: 'sales', roles: [], backupId: null, onDuty, limits: NO_LIMITS },
    });
  const commandsOf = (complaintId: string) =>
    intake.database.query<{ name: string; facts: object; kind: string }>(
      `SELECT name, facts, actor ->> 'kind' AS kind FROM intake.commands WHERE complaint_id = $1 ORDER BY place`,
      [complaintId],
    );
  const away = (personId: string, to?: string) => ({
    ...{ name: 'ownerAway', facts: { personId, ...(to === undefined ? {} : { to }) }, kind: 'system' },
  });

  it('ask each open complaint of the person to move, once, and no other', async () => {
    const [owner, other] = [randomUUID(), randomUUID()];
    const mine = [await heldBy(owner, other), await heldBy(owner, other)];
    const others = await heldBy(other, owner);
    const ended = await heldBy(owner, other);
    await intake.database.query('UPDATE intake.complaints SET ended_at = now() WHERE id = $1', [ended]);
    const absent = changed(owner, false, 2);
    await consumer.handle(absent);
    await consumer.handle(absent);
    for (const id of mine) expect(await commandsOf(id)).toEqual([away(owner)]);
    for (const id of [others, ended]) expect(await commandsOf(id)).toEqual([]);
    const row = await intake.count('intake.directory_people', 'id = $1 AND NOT on_duty', [owner]);
    expect(row).toBe(1);
  });

  it('do not move anything when somebody comes back, nor for an absence that is no longer the latest word', async () => {
    const owner = randomUUID();
    const id = await heldBy(owner, randomUUID());
    await consumer.handle(changed(owner, true, 1));
    await intake.database.tx((tx) =>
      new DirectoryRepository().putPerson(tx, {
        ...{ id: owner, name: 'n', departmentId: 'sales', roles: [], onDuty: true, version: 3 },
      }),
    );
    await consumer.handle(changed(owner, false, 2));
    expect(await commandsOf(id)).toEqual([]);
  });

  it('take a backup who is away too off first', async () => {
    const [owner, backup] = [randomUUID(), randomUUID()];
    const id = await heldBy(owner, backup);
    await consumer.handle(changed(backup, false, 1));
    await consumer.handle(changed(owner, false, 1));
    expect(await commandsOf(id)).toEqual([away(backup), away(owner)]);
  });

  it('follow an ordered hand-over, to the backups or to who is named', async () => {
    const [owner, named] = [randomUUID(), randomUUID()];
    const id = await heldBy(owner, randomUUID());
    const order = (to: string | null, sequence: number) =>
      event(personHandOverOrdered.type, PERSON_TOPIC, owner, sequence, { personId: owner, to, orderedBy: named });
    await consumer.handle(order(null, 1));
    await consumer.handle(order(named, 2));
    expect(await commandsOf(id)).toEqual([away(owner), away(owner, named)]);
  });

  it('take who has left off everything, also where they only stood in', async () => {
    const [leaver, other] = [randomUUID(), randomUUID()];
    const [owned, backed] = [await heldBy(leaver, other), await heldBy(other, leaver)];
    await consumer.handle(changed(leaver, true, 1));
    const at = { topic: DIRECTORY_TOPIC, partition: 0, offset: '7', key: `person:${leaver}` };
    await consumer.left(at);
    await consumer.left(at);
    expect([await commandsOf(owned), await commandsOf(backed)]).toEqual([[away(leaver)], [away(leaver)]]);
    expect(await intake.count('intake.directory_people', 'id = $1', [leaver])).toBe(0);
  });

  it('are seen by a step that gives work to somebody who has just gone, as long as somebody else is there', async () => {
    const [gone, backup] = [randomUUID(), randomUUID()];
    await consumer.handle(changed(gone, false, 1));
    await consumer.handle(changed(backup, true, 1));
    const moved = async (owner: string, second: string | null): Promise<string> => {
      const id = await heldBy(owner, second);
      await intake.database.tx(async (tx) => {
        const file = (await intake.app.get(CaseRepository, { strict: false }).lock(tx, id)) as CaseFile;
        const before = { ...file, state: { ...file.state, owner: null } };
        await intake.app.get(OwnerPresence, { strict: false }).look(tx, before, file);
      });
      return id;
    };
    expect(await commandsOf(await moved(gone, backup))).toEqual([away(gone)]);
    expect(await commandsOf(await moved(gone, null))).toEqual([]);
    expect(await commandsOf(await moved(backup, gone))).toEqual([]);
  });

  it('wait for a step that gives work to the person at the same moment, and then see it', async () => {
    const [owner, backup] = [randomUUID(), randomUUID()];
    await consumer.handle(changed(owner, true, 1));
    const id = await heldBy(backup, null);
    let absence: Promise<void> = Promise.resolve();
    await intake.database.tx(async (tx) => {
      await intake.app.get(DirectoryRepository, { strict: false }).holdOnDuty(tx, owner);
      absence = consumer.handle(changed(owner, false, 2));
      await tx.query(
        `UPDATE intake.complaints SET owner_id = $2::uuid, state = jsonb_set(state, '{owner}', to_jsonb($2::uuid::text))
         WHERE id = $1`,
        [id, owner],
      );
    });
    await absence;
    expect(await commandsOf(id)).toEqual([away(owner)]);
  });
});
