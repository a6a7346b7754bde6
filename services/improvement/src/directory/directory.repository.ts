import { Injectable } from '@nestjs/common';
import type { DepartmentChanged, PersonChanged } from '@redress/contracts';
import type { Tx } from '@redress/db';

/** Projection of staffing's directory: who is there, who stands in, who heads a department. */
@Injectable()
export class DirectoryRepository {
  async hasPerson(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM improvement.people WHERE id = $1', [id])).length > 0;
  }

  async hasDepartment(tx: Tx, code: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM improvement.departments WHERE code = $1', [code])).length > 0;
  }

  async isOnDuty(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM improvement.people WHERE id = $1 AND on_duty', [id])).length > 0;
  }

  async headOf(tx: Tx, code: string): Promise<string | null> {
    const [found] = await tx.query<{ head_id: string | null }>(
      'SELECT head_id FROM improvement.departments WHERE code = $1',
      [code],
    );
    return found?.head_id ?? null;
  }

  async backupOf(tx: Tx, id: string): Promise<string | null> {
    const [found] = await tx.query<{ backup_id: string | null }>(
      'SELECT backup_id FROM improvement.people WHERE id = $1',
      [id],
    );
    return found?.backup_id ?? null;
  }

  async putPerson(tx: Tx, { id, departmentId, backupId, onDuty }: PersonChanged, version: number): Promise<void> {
    await tx.query(
      `INSERT INTO improvement.people AS kept (id, department_id, backup_id, on_duty, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, backup_id = excluded.backup_id,
         on_duty = excluded.on_duty, version = excluded.version WHERE kept.version < excluded.version`,
      [id, departmentId, backupId, onDuty, version],
    );
  }

  async removePerson(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM improvement.people WHERE id = $1', [id]);
  }

  async putDepartment(tx: Tx, { code, headId }: DepartmentChanged, version: number): Promise<void> {
    await tx.query(
      `INSERT INTO improvement.departments AS kept (code, head_id, version) VALUES ($1, $2, $3)
       ON CONFLICT (code) DO UPDATE SET head_id = excluded.head_id, version = excluded.version
       WHERE kept.version < excluded.version`,
      [code, headId, version],
    );
  }
}
