import { Injectable } from '@nestjs/common';
import type { CommandOutcome, DeliveredCommand } from '@redress/contracts/workflow';
import { ringAfterCommit, type Tx } from '@redress/db';
import type { Actor, CommandName, Instant } from '@redress/policy';

/** A command row: its own outbox, until an outcome stands in it. */
export interface CommandRow {
  readonly id: string;
  readonly complaintId: string;
  readonly place: number;
  readonly name: CommandName;
  readonly facts: DeliveredCommand['facts'];
  /** The stored texts that came with it; in the facts their ids stand in the texts' places. */
  readonly textIds: readonly string[];
  readonly bodyHash: Buffer;
  readonly actor: Actor;
  readonly expectedRevision: number | null;
  readonly acceptedAt: Instant;
  readonly attempt: number;
  readonly outcome: CommandOutcome | null;
  readonly stuck: string | null;
}

interface Raw {
  id: string;
  complaint_id: string;
  place: number;
  name: CommandName;
  facts: DeliveredCommand['facts'];
  text_ids: string[];
  body_hash: Buffer;
  actor: Actor;
  expected_revision: number | null;
  accepted_at: Date;
  attempt: number;
  outcome: CommandOutcome | null;
  stuck: string | null;
}

const COLUMNS = `id, complaint_id, place, name, facts, text_ids, body_hash, actor, expected_revision, accepted_at, attempt,
  outcome, stuck`;

/** Undelivered is what has no outcome and is not on the stuck list. */
const UNDELIVERED = `outcome IS NULL AND stuck IS NULL`;

@Injectable()
export class CommandRepository {
  async find(tx: Tx, id: string): Promise<CommandRow | null> {
    const [row] = await tx.query<Raw>(`SELECT ${COLUMNS} FROM intake.commands WHERE id = $1`, [id]);
    return row === undefined ? null : toRow(row);
  }

  /** Gives the command the next place in the complaint's queue; the caller holds the lock of the case. */
  async insert(
    tx: Tx,
    command: Omit<CommandRow, 'place' | 'attempt' | 'outcome' | 'stuck'>,
    deliverAfterMs: number,
  ): Promise<void> {
    const [row] = await tx.query<{ queue_place: number }>(
      `UPDATE intake.complaints SET queue_place = queue_place + 1 WHERE id = $1 RETURNING queue_place`,
      [command.complaintId],
    );
    const place = row?.queue_place ?? 1;
    await tx.query(
      `INSERT INTO intake.commands (id, complaint_id, place, name, facts, text_ids, body_hash, actor, expected_revision,
         accepted_at, deliver_after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() + $11 * interval '1 millisecond')`,
      [
        command.id,
        command.complaintId,
        place,
        command.name,
        JSON.stringify(command.facts),
        command.textIds,
        command.bodyHash,
        JSON.stringify(command.actor),
        command.expectedRevision,
        command.acceptedAt,
        deliverAfterMs,
      ],
    );
    if (deliverAfterMs === 0) ringAfterCommit(tx);
  }

  /** True when a command of this complaint is still to be delivered. */
  async hasUndelivered(tx: Tx, complaintId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM intake.commands WHERE complaint_id = $1 AND ${UNDELIVERED} LIMIT 1`, [
      complaintId,
    ]);
    return rows.length > 0;
  }

  /** True when a command accepted no later than `at` is still to be delivered: it was in time. */
  async hasUndeliveredUntil(tx: Tx, complaintId: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM intake.commands WHERE complaint_id = $1 AND accepted_at <= $2 AND ${UNDELIVERED} LIMIT 1`,
      [complaintId, at],
    );
    return rows.length > 0;
  }

  /**
   * The first undelivered command of each complaint whose process has been started, if its time to be sent has come;
   * without the complaints in `except`.
   */
  async nextToDeliver(tx: Tx, limit: number, except: readonly string[]): Promise<CommandRow[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${COLUMNS} FROM intake.commands AS command
       WHERE ${UNDELIVERED} AND deliver_after <= clock_timestamp() AND complaint_id <> ALL($2::uuid[])
         AND NOT EXISTS (SELECT FROM intake.commands AS earlier WHERE earlier.complaint_id = command.complaint_id
                         AND earlier.place < command.place AND earlier.outcome IS NULL AND earlier.stuck IS NULL)
         AND EXISTS (SELECT FROM intake.outbox WHERE queue = 'start' AND key = command.complaint_id::text AND state = 'sent')
       ORDER BY accepted_at LIMIT $1`,
      [limit, except],
    );
    return rows.map(toRow);
  }

  /** Stores what became of a command, once; answers the outcome that stands. */
  async settle(tx: Tx, id: string, outcome: CommandOutcome): Promise<void> {
    await tx.query(`UPDATE intake.commands SET outcome = $2 WHERE id = $1 AND outcome IS NULL`, [
      id,
      JSON.stringify(outcome),
    ]);
  }

  async postpone(tx: Tx, id: string, ms: number): Promise<void> {
    await tx.query(
      `UPDATE intake.commands SET deliver_after = clock_timestamp() + $2 * interval '1 millisecond' WHERE id = $1`,
      [id, ms],
    );
  }

  /** Puts a command on the stuck list: it no longer holds anything up, and a person looks at it. */
  async stick(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.query(`UPDATE intake.commands SET stuck = $2 WHERE id = $1 AND outcome IS NULL`, [id, reason]);
  }
}

function toRow(row: Raw): CommandRow {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    place: row.place,
    name: row.name,
    facts: row.facts,
    textIds: row.text_ids,
    bodyHash: row.body_hash,
    actor: row.actor,
    expectedRevision: row.expected_revision,
    acceptedAt: row.accepted_at.toISOString(),
    attempt: row.attempt,
    outcome: row.outcome,
    stuck: row.stuck,
  };
}
