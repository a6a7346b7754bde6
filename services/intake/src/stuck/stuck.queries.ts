import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { StuckList } from './stuck.view.ts';

const MOST_OF_A_KIND = 200;
const WOKEN_WITHIN_DAYS = 7;

/** The SQL of the stuck list. Instants come as the columns hold them; the driver makes dates of them. */
@Injectable()
export class StuckQueries {
  async commands(tx: Tx): Promise<StuckList['commands']> {
    const rows = await tx.query<Dated<StuckList['commands'][number], 'acceptedAt'>>(
      `SELECT command.id AS "commandId", complaint_id AS "complaintId", number, name, actor ->> 'kind' AS "actorKind",
         accepted_at AS "acceptedAt", stuck AS reason, attempt
       FROM intake.commands AS command JOIN intake.complaints AS complaint ON complaint.id = complaint_id
       WHERE stuck IS NOT NULL AND dismissed_at IS NULL ORDER BY accepted_at, command.id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt.toISOString() }));
  }

  parked(tx: Tx): Promise<StuckList['parked']> {
    return tx.query(
      `SELECT id::text, queue, topic, key, sequence::int, attempts, reason FROM intake.outbox
       WHERE state = 'parked' ORDER BY id LIMIT ${MOST_OF_A_KIND}`,
    );
  }

  async woken(tx: Tx): Promise<StuckList['woken']> {
    const rows = await tx.query<Dated<StuckList['woken'][number], 'wokenAt'> & { dueAt: Date | null }>(
      `SELECT complaint_id AS "complaintId", number, times, due_at AS "dueAt", woken_at AS "wokenAt"
       FROM intake.wakings JOIN intake.complaints AS complaint ON complaint.id = complaint_id
       WHERE woken_at > clock_timestamp() - interval '${WOKEN_WITHIN_DAYS} days'
       ORDER BY woken_at DESC LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map((row) => ({
      ...row,
      dueAt: row.dueAt?.toISOString() ?? null,
      wokenAt: row.wokenAt.toISOString(),
    }));
  }

  /** A message found in `sending` was on its way when its sender died. */
  async messages(tx: Tx): Promise<StuckList['messages']> {
    const rows = await tx.query<Dated<StuckList['messages'][number], 'at'>>(
      `SELECT message.id AS "messageId", complaint_id AS "complaintId", number, purpose, message.state, at
       FROM intake.messages AS message JOIN intake.complaints AS complaint ON complaint.id = complaint_id
       WHERE message.state IN ('sending', 'stuck') ORDER BY at, message.id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

type Dated<Row, Field extends keyof Row> = Omit<Row, Field> & Record<Field, Date>;
