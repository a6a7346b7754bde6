import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Words } from '@redress/policy';

/** Departments above each other; a circle among them would have no end. */
const MOST_HEIGHT = 20;

/** The projection of staffing's directory: who is who, for addressing rungs and notices. */
@Injectable()
export class DirectoryRepository {
  async headOf(tx: Tx, departmentId: string): Promise<string | null> {
    const [row] = await tx.query<{ head_id: string | null }>(
      `SELECT head_id FROM intake.directory_departments WHERE code = $1`,
      [departmentId],
    );
    return row?.head_id ?? null;
  }

  /** The head of the department, then those of the departments that it belongs to, from below. */
  async headsUpward(tx: Tx, departmentId: string): Promise<string[]> {
    const rows = await tx.query<{ head_id: string }>(
      `WITH RECURSIVE upward AS (
         SELECT head_id, parent_code, 1 AS height FROM intake.directory_departments WHERE code = $1
         UNION ALL SELECT department.head_id, department.parent_code, height + 1
         FROM intake.directory_departments AS department JOIN upward ON department.code = upward.parent_code
         WHERE height < ${MOST_HEIGHT})
       SELECT head_id FROM upward WHERE head_id IS NOT NULL ORDER BY height`,
      [departmentId],
    );
    return rows.map((row) => row.head_id);
  }

  async hasDepartment(tx: Tx, departmentId: string): Promise<boolean> {
    return (await tx.query(`SELECT 1 FROM intake.directory_departments WHERE code = $1`, [departmentId])).length > 0;
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return (await tx.query(`SELECT 1 FROM intake.directory_departments LIMIT 1`)).length === 0;
  }

  /** Everybody who holds one of these roles, in a stable order. */
  async holdersOf(tx: Tx, roles: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM intake.directory_people WHERE roles && $1 ORDER BY on_duty DESC, id`,
      [roles],
    );
    return rows.map((row) => row.id);
  }

  /** Everybody who holds the role, with their department, those on duty first. */
  async holdersWithDepartment(tx: Tx, role: string): Promise<{ id: string; departmentId: string }[]> {
    return tx.query<{ id: string; departmentId: string }>(
      `SELECT id, department_id AS "departmentId" FROM intake.directory_people WHERE $1 = ANY(roles)
       ORDER BY on_duty DESC, id`,
      [role],
    );
  }

  /** Those of these people who are not on duty. */
  async absentOf(tx: Tx, people: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM intake.directory_people WHERE id = ANY($1) AND NOT on_duty`,
      [people],
    );
    return rows.map((row) => row.id);
  }

  async namesOf(tx: Tx, people: readonly string[]): Promise<Record<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `SELECT id, name FROM intake.directory_people WHERE id = ANY($1)`,
      [people],
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.name]));
  }

  async putPerson(
    tx: Tx,
    person: {
      id: string;
      name: string;
      departmentId: string;
      roles: readonly string[];
      onDuty: boolean;
      version: number;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.directory_people (id, name, department_id, roles, on_duty, version) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, department_id = excluded.department_id, roles = excluded.roles,
         on_duty = excluded.on_duty, version = excluded.version WHERE intake.directory_people.version < excluded.version`,
      [person.id, person.name, person.departmentId, person.roles, person.onDuty, person.version],
    );
  }

  /** The version of what is known of a person, whose row is locked until the transaction ends. */
  async lockVersion(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      `SELECT version FROM intake.directory_people WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return row?.version ?? null;
  }

  /** Whether a person is on duty, and stays so until the transaction ends; null for whom nothing is known of. */
  async holdOnDuty(tx: Tx, id: string): Promise<boolean | null> {
    const [row] = await tx.query<{ on_duty: boolean }>(
      `SELECT on_duty FROM intake.directory_people WHERE id = $1 FOR SHARE`,
      [id],
    );
    return row?.on_duty ?? null;
  }

  async removePerson(tx: Tx, id: string): Promise<void> {
    await tx.query(`DELETE FROM intake.directory_people WHERE id = $1`, [id]);
  }

  async putDepartment(
    tx: Tx,
    department: { code: string; parent: string | null; title: Words; headId: string | null; version: number },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.directory_departments (code, title, head_id, version, parent_code) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) DO UPDATE SET title = excluded.title, head_id = excluded.head_id, version = excluded.version,
         parent_code = excluded.parent_code
       WHERE intake.directory_departments.version < excluded.version`,
      [department.code, JSON.stringify(department.title), department.headId, department.version, department.parent],
    );
  }
}
