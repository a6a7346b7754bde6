import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Words } from '@redress/policy';
import { z } from 'zod';

/** A unit of the organisation; `code` is its id everywhere. */
export interface Department {
  readonly code: string;
  readonly parent: string | null;
  readonly title: Words;
  readonly headId: string | null;
  /** Rises with every change; the sequence of its facts. */
  readonly version: number;
}

const row = z.object({
  code: z.string(),
  parent_code: z.string().nullable(),
  title: z.object({ zh: z.string(), en: z.string() }),
  head_id: z.string().nullable(),
  version: z.number(),
});

/** One change of the tree at a time. */
const TREE_LOCK = 7_130_005;

const COLUMNS = 'code, parent_code, title, head_id, version';

@Injectable()
export class DepartmentRepository {
  async list(tx: Tx): Promise<Department[]> {
    return (await tx.query(`SELECT ${COLUMNS} FROM staffing.departments ORDER BY code`)).map(toDepartment);
  }

  async find(tx: Tx, code: string): Promise<Department | null> {
    const [found] = await tx.query(`SELECT ${COLUMNS} FROM staffing.departments WHERE code = $1`, [code]);
    return found === undefined ? null : toDepartment(found);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, code: string): Promise<Department | null> {
    const [found] = await tx.query(`SELECT ${COLUMNS} FROM staffing.departments WHERE code = $1 FOR NO KEY UPDATE`, [
      code,
    ]);
    return found === undefined ? null : toDepartment(found);
  }

  /**
   * Notes whether too many are away; answers null when that is nothing new, else the number of alerts so far: a new one
   * is counted when it becomes true.
   */
  async turnUnderstaffed(tx: Tx, code: string, understaffed: boolean): Promise<number | null> {
    const [turned] = await tx.query<{ alerts: number }>(
      `UPDATE staffing.departments SET understaffed = $2, alerts = alerts + $2::int
       WHERE code = $1 AND understaffed <> $2 RETURNING alerts`,
      [code, understaffed],
    );
    return turned?.alerts ?? null;
  }

  /** Answers false when the code is taken. */
  async insert(tx: Tx, department: Department): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO staffing.departments (code, parent_code, title, head_id, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [department.code, department.parent, JSON.stringify(department.title), department.headId, department.version],
    );
    return inserted.length === 1;
  }

  async update(tx: Tx, { code, parent, title, headId, version }: Department): Promise<void> {
    await tx.query(
      `UPDATE staffing.departments SET parent_code = $2, title = $3, head_id = $4, version = $5 WHERE code = $1`,
      [code, parent, JSON.stringify(title), headId, version],
    );
  }

  /** The tree stands still until the transaction ends: two moves at once could make a ring. */
  async lockTree(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TREE_LOCK]);
  }

  /** True when `code` is `above` or lies anywhere under it. */
  async liesUnder(tx: Tx, code: string, above: string): Promise<boolean> {
    const found = await tx.query(
      `WITH RECURSIVE upward AS (
         SELECT code, parent_code FROM staffing.departments WHERE code = $1
         UNION
         SELECT next.code, next.parent_code FROM staffing.departments AS next JOIN upward ON next.code = upward.parent_code
       )
       SELECT 1 FROM upward WHERE code = $2`,
      [code, above],
    );
    return found.length > 0;
  }

  async isHeadAnywhere(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.query(`SELECT 1 FROM staffing.departments WHERE head_id = $1`, [personId])).length > 0;
  }
}

function toDepartment(raw: unknown): Department {
  const { code, parent_code: parent, title, head_id: headId, version } = row.parse(raw);
  return { code, parent, title, headId, version };
}
