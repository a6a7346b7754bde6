import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Words } from '@redress/policy';
import type { PackActivation, PackList, PackText, StoredPack } from './pack.views.ts';

/** Packs are few; should an installation have had more, the newest are shown. */
const NEWEST = 500;

interface PackRow {
  hash: string;
  code: string;
  version: string;
  title: Words;
  stored_at: Date;
  author_id: string | null;
  approver_id: string | null;
  approved_at: Date | null;
}

interface ActivationRow {
  sequence: string;
  hash: string;
  department_id: string | null;
  active_from: Date;
  activated_by: string | null;
}

const PACK = `SELECT hash, code, version, pack -> 'title' AS title, stored_at, author_id, approver_id, approved_at
  FROM intake.packs`;

/** The SQL of who looks at packs. */
@Injectable()
export class PackQueries {
  async list(tx: Tx): Promise<PackList> {
    const packs = await tx.query<PackRow>(`${PACK} ORDER BY stored_at DESC, hash LIMIT ${NEWEST}`);
    const activations = await tx.query<ActivationRow>(
      `SELECT sequence, hash, department_id, active_from, activated_by FROM intake.pack_activations ORDER BY sequence DESC LIMIT ${NEWEST}`,
    );
    return { packs: packs.map(toPack), activations: activations.map(toActivation) };
  }

  async document(tx: Tx, hash: string): Promise<PackText | null> {
    const [row] = await tx.query<PackText>(`SELECT hash, document, pack FROM intake.packs WHERE hash = $1`, [hash]);
    return row ?? null;
  }

  /** The pack of that hash, which has just been stored. */
  async one(tx: Tx, hash: string): Promise<StoredPack> {
    const [row] = await tx.query<PackRow>(`${PACK} WHERE hash = $1`, [hash]);
    if (row === undefined) throw new Error('the pack has just been stored');
    return toPack(row);
  }
}

function toPack(row: PackRow): StoredPack {
  const { hash, code, version, title, author_id: authorId, approver_id: approverId } = row;
  const approvedAt = row.approved_at?.toISOString() ?? null;
  return { ...{ hash, code, version, title, authorId, approverId, approvedAt }, storedAt: row.stored_at.toISOString() };
}

function toActivation(row: ActivationRow): PackActivation {
  const { sequence, hash, department_id: departmentId, active_from: activeFrom, activated_by: activatedBy } = row;
  return { sequence: Number(sequence), hash, departmentId, activeFrom: activeFrom.toISOString(), activatedBy };
}
