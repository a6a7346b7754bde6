import { Injectable } from '@nestjs/common';
import type { Step } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import { askedDepartments, type CaseState, type Instant, type Terms } from '@redress/policy';
import { noteInLog } from '@redress/service-kit';
import type { CaseFile } from './case-file.ts';
import { HANDED_OVER_AT } from './handed-over.condition.ts';

interface CaseRow {
  id: string;
  number: string;
  person_id: string;
  language: string;
  received_at: Date;
  access: 'open' | 'restricted';
  drill: boolean;
  pack_hash: string;
  terms: Terms;
  state: CaseState;
  step: number;
  sequence: number;
  revision: number;
  queue_place: number;
  next_due_at: Date | null;
}

const COLUMNS = `id, number, person_id, language, received_at, access, drill, pack_hash, terms, state, step, sequence,
  revision, queue_place, next_due_at`;

/** The case row and its steps. */
@Injectable()
export class CaseRepository {
  /** Locks the case: whoever decides anything about a complaint holds this lock first. Null when there is none. */
  async lock(tx: Tx, complaintId: string): Promise<CaseFile | null> {
    const file = await this.one(tx, `SELECT ${COLUMNS} FROM intake.complaints WHERE id = $1 FOR UPDATE`, complaintId);
    if (file !== null) noteInLog({ complaint: file.number });
    return file;
  }

  /** Locks several cases in the order of their ids, so that two steps never wait for each other. */
  async lockAll(tx: Tx, complaintIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT FROM intake.complaints WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [complaintIds]);
  }

  async read(tx: Tx, complaintId: string): Promise<CaseFile | null> {
    return this.one(tx, `SELECT ${COLUMNS} FROM intake.complaints WHERE id = $1`, complaintId);
  }

  /** Id of the complaint that bears this number, or null. */
  async idOfNumber(tx: Tx, number: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(`SELECT id FROM intake.complaints WHERE number = $1`, [number]);
    return row?.id ?? null;
  }

  /** Those of the complaints that are under restricted access, or have a matter that is (INT-7, INT-15). */
  async restrictedAmong(tx: Tx, complaintIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM intake.complaints AS complaint WHERE id = ANY($1) AND (access = 'restricted' OR EXISTS (
         SELECT FROM intake.matters AS matter WHERE complaint_id = complaint.id AND matter.access = 'restricted'))`,
      [complaintIds],
    );
    return rows.map(({ id }) => id);
  }

  /** When all of it left ordinary hands (INT-15); null where it did not, or came in apart from them. */
  async handedOverAt(tx: Tx, complaintId: string): Promise<Instant | null> {
    const [row] = await tx.query<{ at: Date | null }>(
      `SELECT ${HANDED_OVER_AT} AS at FROM intake.complaints AS complaint WHERE id = $1`,
      [complaintId],
    );
    return row?.at?.toISOString() ?? null;
  }

  async stepsAfter(tx: Tx, complaintId: string, number: number): Promise<Step[]> {
    return tx.query<Step>(
      `SELECT number, changes FROM intake.steps WHERE complaint_id = $1 AND number > $2 ORDER BY number`,
      [complaintId, number],
    );
  }

  /** True when a step of this cause is already stored. */
  async hasStepOf(tx: Tx, complaintId: string, kind: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM intake.steps WHERE complaint_id = $1 AND cause_kind = $2 AND cause_id = $3`,
      [complaintId, kind, id],
    );
    return rows.length > 0;
  }

  async insertStep(
    tx: Tx,
    complaintId: string,
    step: { number: number; kind: string; id: string; at: Instant; changes: Partial<CaseState> },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.steps (complaint_id, number, cause_kind, cause_id, at, changes) VALUES ($1, $2, $3, $4, $5, $6)`,
      [complaintId, step.number, step.kind, step.id, step.at, JSON.stringify(step.changes)],
    );
  }

  /** Writes what a step has made of the case. */
  async update(tx: Tx, file: CaseFile, endedAt: Instant | null): Promise<void> {
    const { state } = file;
    await tx.query(
      `UPDATE intake.complaints SET state = $2, terms = $3, stage = $4, level = $5, department_id = $6, owner_id = $7,
         backup_id = $8, step = $9, sequence = $10, revision = $11, next_due_at = $12, ended_at = $13, pack_hash = $14,
         involved = $15, concerned = $16, asked = $17, provisional = $18,
         first_due_at = coalesce((SELECT min(due_at) FROM intake.duties WHERE complaint_id = $1 AND ended_at IS NULL
           AND kind NOT IN ('offer', 'survey', 'reopening', 'misconduct')), 'infinity')
       WHERE id = $1`,
      [
        file.id,
        JSON.stringify(state),
        JSON.stringify(file.terms),
        state.stage,
        state.level,
        state.departmentId,
        state.owner,
        state.backup,
        file.step,
        file.sequence,
        file.revision,
        file.nextDueAt,
        endedAt,
        file.packHash,
        [state.tracker, state.leader, ...state.helpers].filter((person) => person !== null),
        state.concerned,
        askedDepartments(state),
        state.provisional,
      ],
    );
  }

  private async one(tx: Tx, sql: string, id: string): Promise<CaseFile | null> {
    const [row] = await tx.query<CaseRow>(sql, [id]);
    return row === undefined ? null : toFile(row);
  }
}

function toFile(row: CaseRow): CaseFile {
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    language: row.language,
    receivedAt: row.received_at.toISOString(),
    access: row.access,
    drill: row.drill,
    packHash: row.pack_hash,
    terms: row.terms,
    state: row.state,
    step: row.step,
    sequence: row.sequence,
    revision: row.revision,
    queuePlace: row.queue_place,
    nextDueAt: row.next_due_at?.toISOString() ?? null,
  };
}
