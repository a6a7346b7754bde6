import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import type { MovedComplaint, PackMove } from './pack-move.views.ts';

/** A complaint of a move: from which pack to which, and the command by which it is done. */
export interface MoveItem {
  readonly complaintId: string;
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly commandId: string;
}

interface ItemRow {
  move_id: string;
  complaint_id: string;
  number: string;
  from_hash: string;
  to_hash: string;
  command_id: string;
  status: string | null;
  refusal: string | null;
}

const NEWEST = 100;

/** The SQL of moves of complaints from pack to pack. */
@Injectable()
export class PackMoveRepository {
  /** The complaints in ordinary hands that these numbers name, with the pack that each is under. */
  async named(tx: Tx, numbers: readonly string[]): Promise<{ complaintId: string; number: string; from: string }[]> {
    const rows = await tx.query<{ id: string; number: string; pack_hash: string }>(
      `SELECT id, number, pack_hash FROM intake.complaints
       WHERE number = ANY($1) AND access = 'open' ORDER BY number`,
      [numbers],
    );
    return rows.map((row) => ({ complaintId: row.id, number: row.number, from: row.pack_hash }));
  }

  /** Written before the commands, so that what was begun is seen; said again it changes nothing. */
  async insert(
    tx: Tx,
    move: { id: string; to: string | null; reverses: string | null; movedBy: string; movedAt: Instant },
    items: readonly MoveItem[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.pack_moves (id, to_hash, reverses, moved_by, moved_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO NOTHING`,
      [move.id, move.to, move.reverses, move.movedBy, move.movedAt],
    );
    for (const { complaintId, from, to, commandId } of items) {
      await tx.query(
        `INSERT INTO intake.pack_move_items (move_id, complaint_id, from_hash, to_hash, command_id)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [move.id, complaintId, from, to, commandId],
      );
    }
  }

  async isReversed(tx: Tx, id: string, by: string): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM intake.pack_moves WHERE reverses = $1 AND id <> $2`, [id, by]);
    return rows.length > 0;
  }

  /** The items of a move; null where there is no such move. */
  async itemsOf(tx: Tx, id: string): Promise<MoveItem[] | null> {
    if ((await tx.query(`SELECT 1 FROM intake.pack_moves WHERE id = $1`, [id])).length === 0) return null;
    return (await this.itemRows(tx, [id])).map((row) => ({
      complaintId: row.complaint_id,
      number: row.number,
      from: row.from_hash,
      to: row.to_hash,
      commandId: row.command_id,
    }));
  }

  /** The latest moves, or one of them. */
  async moves(tx: Tx, id: string | null = null): Promise<PackMove[]> {
    const moves = await tx.query<{ id: string; moved_by: string; moved_at: Date; reverses: string | null }>(
      `SELECT id, moved_by, moved_at, reverses FROM intake.pack_moves WHERE $1::uuid IS NULL OR id = $1
       ORDER BY moved_at DESC, id LIMIT ${NEWEST}`,
      [id],
    );
    const items = await this.itemRows(
      tx,
      moves.map((move) => move.id),
    );
    return moves.map((move) => ({
      ...{ id: move.id, movedBy: move.moved_by, movedAt: move.moved_at.toISOString(), reverses: move.reverses },
      complaints: items.filter((item) => item.move_id === move.id).map(complaintOf),
    }));
  }

  private itemRows(tx: Tx, ids: readonly string[]): Promise<ItemRow[]> {
    return tx.query<ItemRow>(
      `SELECT move_id, item.complaint_id, number, from_hash, to_hash, command_id, command.outcome ->> 'status' AS status,
         command.outcome -> 'refusal' ->> 'code' AS refusal
       FROM intake.pack_move_items item
       JOIN intake.complaints ON complaints.id = item.complaint_id AND access = 'open'
       LEFT JOIN intake.commands command ON command.id = command_id
       WHERE move_id = ANY($1) ORDER BY number`,
      [ids],
    );
  }
}

function complaintOf(row: ItemRow): MovedComplaint {
  const { number, from_hash: from, to_hash: to, refusal } = row;
  if (row.status === 'fault') return { number, from, to, outcome: 'refused', refusal: 'fault' };
  const outcome = row.status === null ? 'accepted' : row.status === 'refused' ? 'refused' : 'moved';
  return { number, from, to, outcome, refusal };
}
