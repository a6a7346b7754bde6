import { Injectable } from '@nestjs/common';
import type { AssignAnswer } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { z } from 'zod';

const row = z.object({
  owner_id: z.string(),
  backup_id: z.string().nullable(),
  head_id: z.string().nullable(),
  because: z.array(z.string()).min(1),
});

/** Somebody who could be given a complaint. */
export interface Worker {
  readonly id: string;
  readonly departmentId: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly onDuty: boolean;
  readonly backupId: string | null;
}

const worker = z
  .object({
    id: z.string(),
    department_code: z.string(),
    roles: z.array(z.string()),
    skills: z.array(z.string()),
    on_duty: z.boolean(),
    backup_id: z.string().nullable(),
  })
  .transform(({ id, department_code: departmentId, roles, skills, on_duty: onDuty, backup_id: backupId }): Worker => ({
    id,
    departmentId,
    roles,
    skills,
    onDuty,
    backupId,
  }));

@Injectable()
export class AssignmentRepository {
  async find(tx: Tx, dutyId: string): Promise<Required<AssignAnswer> | null> {
    const [found] = await tx.query(
      'SELECT owner_id, backup_id, head_id, because FROM staffing.assignments WHERE duty_id = $1',
      [dutyId],
    );
    if (found === undefined) return null;
    const { owner_id: owner, backup_id: backup, head_id: head, because: reasons } = row.parse(found);
    return { owner, backup, head, because: reasons[0] as string, reasons };
  }

  async insert(
    tx: Tx,
    duty: { dutyId: string; complaintId: string },
    answer: Required<AssignAnswer>,
    decidedAt: Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO staffing.assignments (duty_id, complaint_id, owner_id, backup_id, head_id, because, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [duty.dutyId, duty.complaintId, answer.owner, answer.backup, answer.head, answer.reasons, decidedAt],
    );
  }

  /** Who has not left, by id; null stands for every department. */
  async workers(tx: Tx, departmentId: string | null): Promise<Worker[]> {
    const rows = await tx.query(
      `SELECT id, department_code, roles, skills, on_duty, backup_id FROM staffing.people
       WHERE left_at IS NULL AND ($1::text IS NULL OR department_code = $1) ORDER BY id`,
      [departmentId],
    );
    return rows.map((raw) => worker.parse(raw));
  }
}
