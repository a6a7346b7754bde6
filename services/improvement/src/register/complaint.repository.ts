import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** What every reader must know of a complaint before it shows anything that belongs to it. */
export interface Labels {
  readonly access: 'open' | 'restricted';
  /** Who is complained of. */
  readonly concerned: readonly string[];
  readonly drill: boolean;
}

/** A fact about a complaint, as far as this service keeps it. */
export interface ComplaintLine extends Labels {
  readonly id: string;
  readonly number: string;
  readonly level: string;
  readonly sequence: number;
}

/** Projection of the register: number, categories and labels of complaints. */
@Injectable()
export class ComplaintRepository {
  /** Of a complaint that is not known yet, or of none: open, and no drill. */
  async labelsOf(tx: Tx, complaintId: string | null): Promise<Labels> {
    const found = complaintId === null ? null : await this.find(tx, complaintId);
    return found ?? { access: 'open', concerned: [], drill: false };
  }

  /** Null when this service has not heard of it. */
  async find(tx: Tx, id: string): Promise<Labels | null> {
    const [found] = await tx.query<Labels>(
      'SELECT access, concerned, drill FROM improvement.complaints WHERE id = $1',
      [id],
    );
    return found ?? null;
  }

  /** Takes over what the register says, unless something later is known. */
  async follow(tx: Tx, line: ComplaintLine): Promise<void> {
    const { id, number, access, drill, level, sequence, concerned } = line;
    await tx.query(
      `INSERT INTO improvement.complaints AS kept (id, number, access, drill, level, last_sequence, concerned)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET number = excluded.number, access = excluded.access, drill = kept.drill OR excluded.drill,
         level = excluded.level, last_sequence = excluded.last_sequence, concerned = excluded.concerned
       WHERE kept.last_sequence < excluded.last_sequence`,
      [id, number, access, drill, level, sequence, concerned],
    );
  }

  async categorise(tx: Tx, id: string, categories: readonly string[]): Promise<void> {
    await tx.query('UPDATE improvement.complaints SET categories = $2 WHERE id = $1', [id, categories]);
  }
}
