import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';

/** Code of the notice; the notice names the command, whose outcome names the refusal. */
export const COMMAND_REFUSED = 'command-refused';

/** Tells the author of a queued command that it was refused after all: once a command, and only who was answered 202. */
@Injectable()
export class RefusedCommandNotice {
  /** Call before answering 202. False when the outcome has come meanwhile: answer that instead. */
  async promise(tx: Tx, commandId: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE intake.commands SET answered_later = true WHERE id = $1 AND outcome IS NULL RETURNING 1`,
      [commandId],
    );
    return rows.length > 0;
  }

  /** Call in the transaction that stores a refusal, after it is stored. */
  async keep(tx: Tx, commandId: string, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.notices (id, person_id, complaint_id, command_id, code, at)
       SELECT $2, (actor ->> 'id')::uuid, complaint_id, id, '${COMMAND_REFUSED}', $3 FROM intake.commands
       WHERE id = $1 AND answered_later AND actor ->> 'kind' = 'person' AND outcome ->> 'status' = 'refused'
       ON CONFLICT DO NOTHING`,
      [commandId, uuid5(COMMAND_REFUSED, commandId), at],
    );
  }
}
