import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** Who owns which complaint that still asks for work: what loads are counted from. */
@Injectable()
export class OpenCaseRepository {
  /** Counts before the register's own fact arrives, so that the next choice knows of this one. */
  async assign(tx: Tx, complaintId: string, ownerId: string): Promise<void> {
    await tx.query(
      `INSERT INTO staffing.open_cases (complaint_id, owner_id, sequence, open) VALUES ($1, $2, 0, true)
       ON CONFLICT (complaint_id) DO UPDATE SET owner_id = excluded.owner_id, open = true`,
      [complaintId, ownerId],
    );
  }

  /** Takes over what the register says, unless something later is known. */
  async follow(tx: Tx, complaintId: string, ownerId: string, sequence: number, open: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO staffing.open_cases (complaint_id, owner_id, sequence, open) VALUES ($1, $2, $3, $4)
       ON CONFLICT (complaint_id) DO UPDATE SET owner_id = excluded.owner_id, sequence = excluded.sequence, open = excluded.open
       WHERE staffing.open_cases.sequence < excluded.sequence`,
      [complaintId, ownerId, sequence, open],
    );
  }

  async countOf(tx: Tx, ownerId: string): Promise<number> {
    return (await this.countsOf(tx, [ownerId])).get(ownerId) ?? 0;
  }

  /** Open complaints by owner; who has none is not in the answer. */
  async countsOf(tx: Tx, owners: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ owner_id: string; cases: number }>(
      `SELECT owner_id, count(*)::int AS cases FROM staffing.open_cases WHERE open AND owner_id = ANY($1) GROUP BY owner_id`,
      [owners],
    );
    return new Map(rows.map(({ owner_id, cases }) => [owner_id, cases]));
  }
}
