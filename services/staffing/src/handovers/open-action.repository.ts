import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** Projection of improvement: who owes which action whose effect has not been judged. */
@Injectable()
export class OpenActionRepository {
  /** Takes over what the fact says, unless something later is known. */
  async follow(tx: Tx, actionId: string, ownerId: string, sequence: number, open: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO staffing.open_actions AS kept (action_id, owner_id, sequence, open) VALUES ($1, $2, $3, $4)
       ON CONFLICT (action_id) DO UPDATE SET owner_id = excluded.owner_id, sequence = excluded.sequence, open = excluded.open
       WHERE kept.sequence < excluded.sequence`,
      [actionId, ownerId, sequence, open],
    );
  }

  async countOf(tx: Tx, ownerId: string): Promise<number> {
    const [found] = await tx.query<{ actions: number }>(
      'SELECT count(*)::int AS actions FROM staffing.open_actions WHERE open AND owner_id = $1',
      [ownerId],
    );
    return found?.actions ?? 0;
  }
}
