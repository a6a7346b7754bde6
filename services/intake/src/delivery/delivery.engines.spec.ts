import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@redress/contracts/workflow';
import type { OutboxRow, Tx } from '@redress/db';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { until } from '@redress/testkit';
import { person, TestIntake } from '../intake.fixture.ts';
import { startSender } from './start.sender.ts';

const NAMESPACE = `spec-${randomUUID()}`;
const ADDRESS = process.env['REDRESS_TEST_TEMPORAL_ADDRESS'] ?? '';

let intake: TestIntake;
let connection: Connection;
let temporal: Client;

/** Processes live and nobody runs them: what is said to them is not answered. */
beforeAll(async () => {
  connection = await Connection.connect({ address: ADDRESS });
  const workflowExecutionRetentionPeriod = msToTs('1 day');
  await connection.workflowService.registerNamespace({ namespace: NAMESPACE, workflowExecutionRetentionPeriod });
  intake = await TestIntake.open('api,relay', {
    ...{ REDRESS_TEMPORAL_ADDRESS: ADDRESS, REDRESS_TEMPORAL_NAMESPACE: NAMESPACE },
  });
  temporal = intake.app.get(Client, { strict: false });
}, 120_000);
afterAll(async () => {
  await intake?.close();
  await connection?.operatorService.deleteNamespace({ namespace: NAMESPACE });
  await connection?.close();
});

const handleOf = (complaintId: string) => temporal.workflow.getHandle(workflowIdOf(complaintId));
const startSent = async (id: string) =>
  (await intake.count('intake.outbox', `queue = 'start' AND key = $1 AND state = 'sent'`, [id])) === 1;

async function started(): Promise<string> {
  const { id } = await intake.file();
  await until(() => startSent(id));
  return id;
}

/** One whose process is gone: what is said to it is answered at once. */
async function gone(): Promise<string> {
  const id = await started();
  await handleOf(id).terminate('lost');
  return id;
}

/** A command as the door would have written it. */
async function queue(tx: Tx, complaintId: string): Promise<void> {
  await tx.query(
    `WITH place AS (UPDATE intake.complaints SET queue_place = queue_place + 1 WHERE id = $2 RETURNING queue_place)
     INSERT INTO intake.commands (id, complaint_id, place, name, facts, body_hash, actor, accepted_at, deliver_after)
     SELECT $1, $2, queue_place, 'logContact', '{}', '\\x00', $3, '2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z' FROM place`,
    [randomUUID(), complaintId, JSON.stringify(person())],
  );
}

const tried = (complaintId: string) =>
  until(
    async () =>
      (await intake.count('intake.commands', 'complaint_id = $1 AND missed_since IS NOT NULL', [complaintId])) === 1,
  );
/** Nobody has come to an end with it yet: else it had been put off. */
const stillOnItsWay = async (complaintId: string) =>
  (await intake.count('intake.commands', `complaint_id = $1 AND deliver_after = '2026-11-23T01:00:00Z'`, [
    complaintId,
  ])) === 1;

describe('the relay of commands', () => {
  it('lets no complaint wait for the process of another one', async () => {
    const [slow, beside, later] = [await started(), await gone(), await gone()];
    await intake.database.tx(async (tx) => {
      await queue(tx, slow);
      await queue(tx, beside);
    });
    await tried(beside);
    await queue(intake.database, later);
    await tried(later);
    expect(await stillOnItsWay(slow)).toBe(true);
    await handleOf(slow).terminate('enough');
  });
});

describe('the sender of starts', () => {
  const row = (id: string, key: string): OutboxRow => ({ id, key, topic: '', sequence: 1, body: {}, attempts: 0 });
  const good = row('1', randomUUID());
  const bad = row('2', 'x'.repeat(2_000));

  it('holds back no start for another one that does not go through', async () => {
    expect(await startSender(temporal)([bad, good])).toEqual([
      { id: '2', outcome: 'again' },
      { id: '1', outcome: 'sent' },
    ]);
  });

  it('throws when none goes through', async () => {
    await expect(startSender(temporal)([bad])).rejects.toThrow();
  });
});
