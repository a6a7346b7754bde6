import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** What a line of the export says of a complaint beside anybody's words. */
export interface ExportRow {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly closedAt: Date | null;
  readonly channel: string;
  readonly language: string;
  readonly kind: string | null;
  readonly stage: string;
  readonly level: string;
  readonly class: string;
  readonly grade: number | null;
  readonly serious: boolean;
  readonly departmentId: string;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly category: string | null;
  readonly closing: string | null;
  readonly firstDueAt: Date | number;
  readonly drill: boolean;
}

@Injectable()
export class ExportQueries {
  /** The complaints of a page, by id; people by the names they work under. With `open` only matters that need no grant. */
  async read(tx: Tx, complaintIds: readonly string[], which: 'all' | 'open'): Promise<Map<string, ExportRow>> {
    const rows = await tx.query<ExportRow>(
      `SELECT complaint.id, number, received_at AS "receivedAt", registered_at AS "registeredAt", ended_at AS "closedAt",
         channel, language, kind, stage, level, class, grade, serious, complaint.department_id AS "departmentId",
         coalesce(owner.name, owner_id::text) AS owner, coalesce(backup.name, backup_id::text) AS backup,
         (SELECT string_agg(category, '; ' ORDER BY position) FROM intake.matters AS matter
          WHERE complaint_id = complaint.id AND ($2 OR matter.access = 'open')) AS category,
         closing, first_due_at AS "firstDueAt", drill
       FROM intake.complaints AS complaint
         LEFT JOIN intake.directory_people AS owner ON owner.id = owner_id
         LEFT JOIN intake.directory_people AS backup ON backup.id = backup_id
       WHERE complaint.id = ANY($1)`,
      [complaintIds, which === 'all'],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
