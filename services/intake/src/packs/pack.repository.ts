import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Calendar, Calendars, Instant, Pack } from '@redress/policy';

/** A pack with the hash that names it. */
export interface PinnedPack {
  readonly hash: string;
  readonly pack: Pack;
}

/** From when a pack is in force: for one department, or for all that have none of their own. */
export interface Activation {
  readonly hash: string;
  readonly activeFrom: Instant;
  readonly departmentId: string | null;
}

/** Packs are immutable under their hash, so they are kept; calendars may be published anew, so they are read. */
@Injectable()
export class PackRepository {
  private readonly kept = new Map<string, Pack>();

  /**
   * The pack in force at an instant: the department's own, else the organisation's (null asks for that alone); null
   * before the first activation.
   */
  async inForce(tx: Tx, at: Instant, departmentId: string | null): Promise<PinnedPack | null> {
    const [row] = await tx.query<{ hash: string }>(
      `SELECT hash FROM intake.pack_activations
       WHERE active_from <= $1 AND (department_id IS NULL OR department_id = $2)
       ORDER BY department_id IS NULL, active_from DESC, sequence DESC LIMIT 1`,
      [at, departmentId],
    );
    return row === undefined ? null : { hash: row.hash, pack: await this.byHash(tx, row.hash) };
  }

  /** The pack of that hash. Throws when it was never stored: a complaint cannot pin what is not there. */
  async byHash(tx: Tx, hash: string): Promise<Pack> {
    const kept = this.kept.get(hash);
    if (kept !== undefined) return kept;
    const [row] = await tx.query<{ pack: Pack }>(`SELECT pack FROM intake.packs WHERE hash = $1`, [hash]);
    if (row === undefined) throw new Error(`no pack is stored under ${hash}`);
    this.kept.set(hash, row.pack);
    return row.pack;
  }

  async isStored(tx: Tx, hash: string): Promise<boolean> {
    return (await tx.query(`SELECT 1 FROM intake.packs WHERE hash = $1`, [hash])).length > 0;
  }

  /** The latest version of each calendar. */
  async calendars(tx: Tx): Promise<Calendars> {
    const rows = await tx.query<{ calendar: Calendar }>(
      `SELECT DISTINCT ON (code) calendar FROM intake.calendars ORDER BY code, published_at DESC, version DESC`,
    );
    return Object.fromEntries(rows.map((row) => [row.calendar.code, row.calendar]));
  }

  async store(tx: Tx, pinned: PinnedPack, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.packs (hash, code, version, pack, stored_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [pinned.hash, pinned.pack.code, pinned.pack.version, JSON.stringify(pinned.pack), at],
    );
  }

  async storeCalendar(tx: Tx, calendar: Calendar, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.calendars (code, version, calendar, published_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [calendar.code, calendar.version, JSON.stringify(calendar), at],
    );
  }

  /** Puts a pack in force; answers the number of the activation. */
  async activate(tx: Tx, { hash, activeFrom, departmentId }: Activation): Promise<number> {
    const [row] = await tx.query<{ sequence: string }>(
      `INSERT INTO intake.pack_activations (hash, active_from, department_id) VALUES ($1, $2, $3) RETURNING sequence`,
      [hash, activeFrom, departmentId],
    );
    return Number(row?.sequence);
  }
}
