import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** Which complaints lie with a person. */
@Injectable()
export class HeldCases {
  /** Open complaints that the person owns, by id: locked in this order, two movers never wait for each other. */
  async ownedBy(tx: Tx, personId: string): Promise<string[]> {
    return this.ids(tx, 'owner_id = $1', personId);
  }

  /** Also those where the person is to stand in. */
  async namedOn(tx: Tx, personId: string): Promise<string[]> {
    return this.ids(tx, '(owner_id = $1 OR backup_id = $1)', personId);
  }

  private async ids(tx: Tx, where: string, personId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM intake.complaints WHERE ended_at IS NULL AND ${where} ORDER BY id`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }
}
