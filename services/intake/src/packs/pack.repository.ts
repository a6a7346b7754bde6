import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { headOf, libraryOf, type PackLibrary, type PackText } from '@redress/packs';
import type { Calendar, Calendars, Instant, Pack } from '@redress/policy';
import type { PackApproval } from './pack.approval.ts';

/** A pack with the hash that names it. */
export interface PinnedPack {
  readonly hash: string;
  readonly pack: Pack;
}

/** A pack with the text that it was compiled from. */
export interface WrittenPack extends PinnedPack {
  readonly document: string;
  /** Null for a pack that came with the product. */
  readonly authorId: string | null;
}

/** More generations than a pack may have. */
const MOST_ANCESTORS = 20;

/** From when a pack is in force: for one department, or for all that have none of their own. */
export interface Activation {
  readonly hash: string;
  readonly activeFrom: Instant;
  readonly departmentId: string | null;
  /** Null where the product did it. */
  readonly activatedBy: string | null;
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
      `SELECT DISTINCT ON (code) calendar FROM intake.calendars ORDER BY code, sequence DESC`,
    );
    return Object.fromEntries(rows.map((row) => [row.calendar.code, row.calendar]));
  }

  /** Kept once under its hash. The first text of it stays. */
  async store(tx: Tx, { hash, pack, document, authorId }: WrittenPack, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.packs (hash, code, version, pack, document, author_id, stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (hash) DO UPDATE SET document = coalesce(packs.document, excluded.document)`,
      [hash, pack.code, pack.version, JSON.stringify(pack), document, authorId, at],
    );
  }

  /** What a document may extend: the packs that it names, and those that they name, of all that are kept. */
  async libraryFor(tx: Tx, document: string): Promise<PackLibrary> {
    const found: PackText[] = [];
    let name = headOf(document)?.extends ?? null;
    while (name !== null && found.length < MOST_ANCESTORS) {
      const text = await this.textOf(tx, name);
      if (text !== null) found.push(text);
      name = text === null ? null : (headOf(text.text)?.extends ?? null);
    }
    const codes = await tx.query<{ code: string }>(`SELECT DISTINCT code FROM intake.packs ORDER BY code`);
    return { ...libraryOf(found), codes: codes.map(({ code }) => code) };
  }

  /** The text of the pack that was kept last under a code, or under a code and a version (`code@version`). */
  private async textOf(tx: Tx, name: string): Promise<PackText | null> {
    const [code = '', version = null] = name.split('@');
    const [row] = await tx.query<Omit<PackText, 'name'>>(
      `SELECT code, version, document AS text FROM intake.packs
       WHERE code = $1 AND ($2::text IS NULL OR version = $2) AND document IS NOT NULL
       ORDER BY stored_at DESC, hash LIMIT 1`,
      [code, version],
    );
    return row === undefined ? null : { ...row, name: row.code };
  }

  /** Who wrote it and who approved it; null where no pack has that hash. */
  async approvalOf(tx: Tx, hash: string): Promise<PackApproval | null> {
    const [row] = await tx.query<{ author_id: string | null; approver_id: string | null }>(
      `SELECT author_id, approver_id FROM intake.packs WHERE hash = $1 FOR UPDATE`,
      [hash],
    );
    return row === undefined ? null : { authorId: row.author_id, approverId: row.approver_id };
  }

  /** The first approval stays. */
  async approve(tx: Tx, hash: string, approverId: string, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE intake.packs SET approver_id = $2, approved_at = $3 WHERE hash = $1 AND approver_id IS NULL`,
      [hash, approverId, at],
    );
  }

  /** Puts a pack in force; answers the number of the activation. */
  async activate(tx: Tx, { hash, activeFrom, departmentId, activatedBy }: Activation): Promise<number> {
    const [row] = await tx.query<{ sequence: string }>(
      `INSERT INTO intake.pack_activations (hash, active_from, department_id, activated_by) VALUES ($1, $2, $3, $4) RETURNING sequence`,
      [hash, activeFrom, departmentId, activatedBy],
    );
    return Number(row?.sequence);
  }
}
