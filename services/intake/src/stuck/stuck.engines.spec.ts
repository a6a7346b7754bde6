import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@redress/contracts/workflow';
import type { Actor } from '@redress/policy';
import { DomainClock, rootLogger } from '@redress/service-kit';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { engineAddress, until } from '@redress/testkit';
import { CommandDelivery, PROCESS_GONE } from '../delivery/command.delivery.ts';
import { repairProcesses } from '../delivery/process.repair.ts';
import { Sweeper } from '../delivery/sweeper.ts';
import { person, TestIntake } from '../intake.fixture.ts';
import type { NoticeList } from '../notices/notice.service.ts';
import { RefusedCommandNotice } from '../notices/refused-command.notice.ts';
import type { StuckList } from './stuck.view.ts';

const NAMESPACE = `spec-${randomUUID()}`;
const ADDRESS = engineAddress('temporal');
const MANAGER = person();
const AUTHOR = person({ capabilities: ['handle'] });
const ADMINISTRATOR = person({ capabilities: ['administer'] });

let intake: TestIntake;
let connection: Connection;
let temporal: Client;
let sweeper: Sweeper;

/** Nobody takes what the processes are told: they live, and that is all that matters here. */
beforeAll(async () => {
  connection = await Connection.connect({ address: ADDRESS });
  const workflowExecutionRetentionPeriod = msToTs('1 day');
  await connection.workflowService.registerNamespace({ namespace: NAMESPACE, workflowExecutionRetentionPeriod });
  intake = await TestIntake.open('api,relay', {
    ...{ REDRESS_TEMPORAL_ADDRESS: ADDRESS, REDRESS_TEMPORAL_NAMESPACE: NAMESPACE, REDRESS_SWEEP_SECONDS: '0' },
  });
  temporal = intake.app.get(Client, { strict: false });
  const clock = intake.app.get(DomainClock, { strict: false });
  sweeper = new Sweeper(intake.database, clock, temporal, rootLogger('spec', 'silent'), 1);
}, 120_000);
afterAll(async () => {
  await intake?.close();
  await connection?.operatorService.deleteNamespace({ namespace: NAMESPACE });
  await connection?.close();
});

/** A complaint whose process has been started. */
async function filed(): Promise<string> {
  const { id } = await intake.file();
  await until(
    async () => (await intake.count('intake.outbox', `queue = 'start' AND key = $1 AND state = 'sent'`, [id])) === 1,
  );
  return id;
}

/** A command as the door would have written it. */
async function queued(complaintId: string, author: Actor = AUTHOR): Promise<string> {
  const id = randomUUID();
  await intake.database.query(
    `WITH place AS (UPDATE intake.complaints SET queue_place = queue_place + 1 WHERE id = $2 RETURNING queue_place)
     INSERT INTO intake.commands (id, complaint_id, place, name, facts, body_hash, actor, accepted_at, deliver_after)
     SELECT $1, $2, queue_place, 'logContact', '{}', '\\x00', $3, '2026-11-23T01:00:00Z', clock_timestamp() FROM place`,
    [id, complaintId, JSON.stringify(author)],
  );
  return id;
}

const lose = (complaintId: string) => temporal.workflow.getHandle(workflowIdOf(complaintId)).terminate('lost');
const isAlive = async (complaintId: string) =>
  (await temporal.workflow.getHandle(workflowIdOf(complaintId)).describe()).status.name === 'RUNNING';
const missed = (commandId: string) =>
  until(async () => (await intake.count('intake.commands', 'id = $1 AND missed_since IS NOT NULL', [commandId])) === 1);

/** Waits until no process has been found for so long that the sweeper has had its chance. */
async function givenUp(commandId: string): Promise<void> {
  await missed(commandId);
  await intake.database.query(
    `UPDATE intake.commands SET missed_since = missed_since - interval '1 hour' WHERE id = $1`,
    [commandId],
  );
  await until(async () => (await intake.count('intake.commands', 'id = $1 AND stuck IS NOT NULL', [commandId])) === 1);
}

async function list(actor: Actor = MANAGER): Promise<StuckList> {
  const { status, body } = await intake.get<StuckList>('/stuck', actor);
  if (status !== 200) throw new Error(`${status}`);
  return body;
}

const onList = async (commandId: string) => (await list()).commands.find((command) => command.commandId === commandId);

describe('a command whose process is gone', () => {
  it('has its process started again by the sweeper, and the list shows that it had to', async () => {
    const id = await filed();
    await lose(id);
    const commandId = await queued(id);
    await missed(commandId);
    expect(await sweeper.sweep()).toBeGreaterThanOrEqual(1);
    expect(await isAlive(id)).toBe(true);
    expect((await list()).woken).toContainEqual(expect.objectContaining({ complaintId: id, times: 1, dueAt: null }));
    expect(await onList(commandId)).toBeUndefined();
  });

  it('waits for a person when even that does not help, is sent again, and is dismissed with a reason', async () => {
    const id = await filed();
    await lose(id);
    const commandId = await queued(id);
    await givenUp(commandId);
    expect(await onList(commandId)).toMatchObject({
      complaintId: id,
      reason: PROCESS_GONE,
      attempt: 0,
      name: 'logContact',
    });
    expect(await intake.post(`/stuck/commands/${commandId}/retry`, {}, ADMINISTRATOR)).toMatchObject({
      ...{ status: 202, body: { act: 'retried', attempt: 1 } },
    });
    await givenUp(commandId);
    expect(await onList(commandId)).toMatchObject({ attempt: 1 });
    const reason = 'It was told to the customer by telephone.';
    expect((await intake.post(`/stuck/commands/${commandId}/dismiss`, { reason }, MANAGER)).status).toBe(200);
    expect(await onList(commandId)).toBeUndefined();
    expect(await intake.count('intake.stuck_acts', `command_id = $1 AND reason_text_id IS NOT NULL`, [commandId])).toBe(
      1,
    );
    expect((await intake.post(`/stuck/commands/${commandId}/retry`, {}, MANAGER)).status).toBe(409);
  });

  it('is not given up before its process was started', async () => {
    const id = await filed();
    await lose(id);
    await intake.database.query(`UPDATE intake.outbox SET state = 'parked' WHERE queue = 'start' AND key = $1`, [id]);
    const commandId = await queued(id);
    await intake.app.get(CommandDelivery, { strict: false }).deliver(commandId, 5_000);
    expect(await intake.count('intake.commands', 'id = $1 AND missed_since IS NULL', [commandId])).toBe(1);
  });
});

describe('a command that is refused after its author was told to wait', () => {
  it('becomes one notice to the author', async () => {
    const [told, untold] = [await filed(), await filed()];
    const notices = intake.app.get(RefusedCommandNotice, { strict: false });
    const commands = [await queued(told), await queued(untold)];
    expect(await notices.promise(intake.database, commands[0] ?? '')).toBe(true);
    for (const id of [told, untold]) {
      await intake.database.query(
        `UPDATE intake.complaints SET state = state || '{"stage":"ended"}', stage = 'ended' WHERE id = $1`,
        [id],
      );
      await lose(id);
    }
    await until(
      async () => (await intake.count('intake.commands', `id = ANY($1) AND outcome IS NOT NULL`, [commands])) === 2,
    );
    await notices.keep(intake.database, commands[0] ?? '', '2026-11-23T01:00:00.000Z');
    const { body } = await intake.get<NoticeList>('/notices', AUTHOR);
    expect(body.items).toEqual([
      expect.objectContaining({ code: 'command-refused', commandId: commands[0], complaintId: told }),
    ]);
    expect(await notices.promise(intake.database, commands[1] ?? '')).toBe(false);
  });
});

describe('the rest of the stuck list', () => {
  it('shows rows that were refused for good, and has them sent again', async () => {
    await filed();
    const [row] = await intake.database.query<{ id: string }>(
      `UPDATE intake.outbox SET state = 'parked', reason = 'MESSAGE_TOO_LARGE'
       WHERE id = (SELECT max(id) FROM intake.outbox WHERE queue = 'fact') RETURNING id`,
    );
    const parked = async () => (await list(ADMINISTRATOR)).parked.find(({ id }) => id === row?.id);
    expect(await parked()).toMatchObject({ queue: 'fact', reason: 'MESSAGE_TOO_LARGE' });
    expect((await intake.post(`/stuck/outbox/${row?.id}/retry`, {}, ADMINISTRATOR)).status).toBe(204);
    expect(await parked()).toBeUndefined();
    expect((await intake.post(`/stuck/outbox/${row?.id}/retry`, {}, ADMINISTRATOR)).status).toBe(409);
  });

  it('shows messages that may or may not have left', async () => {
    const id = await filed();
    await intake.database.query(`UPDATE intake.messages SET state = 'sending' WHERE complaint_id = $1`, [id]);
    expect((await list()).messages).toEqual([expect.objectContaining({ complaintId: id, state: 'sending' })]);
  });

  it('is for who coordinates or administers', async () => {
    expect((await intake.get('/stuck', AUTHOR)).status).toBe(403);
    expect((await intake.post(`/stuck/commands/${randomUUID()}/retry`, {}, MANAGER)).status).toBe(404);
    expect((await intake.post(`/stuck/commands/x/retry`, {}, MANAGER)).status).toBe(400);
    expect((await intake.post(`/stuck/outbox/${'9'.repeat(19)}/retry`, {}, MANAGER)).status).toBe(400);
  });
});

describe('a repair', () => {
  it('starts every open complaint that has no process, and no other', async () => {
    const [alive, lost] = [await filed(), await filed()];
    await lose(lost);
    const first = await repairProcesses(intake.database, temporal);
    expect(first.started).toBeGreaterThanOrEqual(1);
    expect([await isAlive(alive), await isAlive(lost)]).toEqual([true, true]);
    expect(await repairProcesses(intake.database, temporal)).toEqual({ ...first, started: 0, running: first.open });
  });
});
