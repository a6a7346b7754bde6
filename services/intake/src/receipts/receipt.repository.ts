import { Inject, Injectable } from '@nestjs/common';
import type { RegisterComplaint } from '@redress/contracts';
import type { Tx } from '@redress/db';
import type { Actor, CaseState, Facts, Grading, Instant, Terms } from '@redress/policy';
import { TextVault } from '../persons/text.vault.ts';
import type { CaseFile } from '../register/case-file.ts';
import { TrackingSecret } from '../tracking/tracking.secret.ts';
import { complaintNumber } from './complaint-number.ts';
import type { ReceiptView } from './receipt.view.ts';

/** Everything the first row of a complaint holds. */
export interface NewComplaint {
  readonly id: string;
  readonly bodyHash: Buffer;
  readonly personId: string;
  readonly receipt: RegisterComplaint;
  readonly actor: Actor;
  readonly grading: Grading;
  /** What it was graded by, kept so that another pack can be tried on it. */
  readonly gradingFacts: Facts;
  readonly state: CaseState;
  readonly terms: Terms;
  readonly packHash: string;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** An earlier complaint of the same customer on the same matter that has ended (INT-3). */
  readonly linkedTo: string | null;
}

/** The fields of a matter that hold a person's words. */
export const MATTER_WORDS = ['reason', 'product', 'reference', 'place', 'personComplainedOf'] as const;

@Injectable()
export class ReceiptRepository {
  constructor(
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(TrackingSecret) private readonly secrets: TrackingSecret,
  ) {}

  /** Makes requests under one key wait for each other: the second finds what the first has written. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [id]);
  }

  async find(tx: Tx, id: string): Promise<{ bodyHash: Buffer } | null> {
    const [row] = await tx.query<{ body_hash: Buffer }>(`SELECT body_hash FROM intake.complaints WHERE id = $1`, [id]);
    return row === undefined ? null : { bodyHash: row.body_hash };
  }

  /** Writes the case row before its first step; it is not complete until that step is written. */
  async insert(tx: Tx, complaint: NewComplaint): Promise<CaseFile> {
    const { id, personId, receipt, state, terms, packHash, receivedAt } = complaint;
    const number = await this.nextNumber(tx, complaint.registeredAt);
    await tx.query(
      `INSERT INTO intake.complaints (id, number, body_hash, person_id, channel, language, recorded_by, received_at,
         registered_at, provisional, drill, pack_hash, grading_because, terms, state, stage, level, department_id, linked_to, grading_facts,
         step, sequence, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 0, 0, 0)`,
      [
        id,
        number,
        complaint.bodyHash,
        personId,
        receipt.channel,
        receipt.language,
        complaint.actor.id,
        receivedAt,
        complaint.registeredAt,
        complaint.grading.provisional,
        receipt.drill,
        packHash,
        JSON.stringify(complaint.grading.because),
        JSON.stringify(terms),
        JSON.stringify(state),
        state.stage,
        state.level,
        state.departmentId,
        complaint.linkedTo,
        JSON.stringify(complaint.gradingFacts),
      ],
    );
    const fresh = { step: 0, sequence: 0, revision: 0, queuePlace: 0, nextDueAt: null, access: 'open' } as const;
    return {
      id,
      number,
      personId,
      language: receipt.language,
      receivedAt,
      drill: receipt.drill,
      packHash,
      terms,
      state,
      ...fresh,
    };
  }

  /** The matters, and every text of the receipt under the complainant's key. */
  async insertWords(
    tx: Tx,
    file: CaseFile,
    receipt: RegisterComplaint,
    matterIds: readonly string[],
    authorId: string,
    at: Instant,
  ): Promise<void> {
    const put = (field: string, words: string | undefined, matterId?: string) =>
      words === undefined
        ? Promise.resolve()
        : this.texts.put(tx, {
            ...{ complaintId: file.id, personId: file.personId, field, authorId, at, words },
            ...(matterId === undefined ? {} : { matterId }),
          });
    await put('description', receipt.description);
    await put('wish', receipt.wish);
    for (const [position, matter] of receipt.matters.entries()) {
      const matterId = matterIds[position] as string;
      await tx.query(
        `INSERT INTO intake.matters (id, complaint_id, position, category, happened_at, department_complained_of, loss_claimed, amount_in_dispute)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          matterId,
          file.id,
          position + 1,
          matter.category,
          matter.happenedAt ?? null,
          matter.departmentComplainedOf ?? null,
          matter.lossClaimed ?? null,
          matter.amountInDispute ?? null,
        ],
      );
      for (const field of MATTER_WORDS) await put(`matter.${field}`, matter[field], matterId);
    }
  }

  /** The receipt as it was given, read from what is stored. */
  async view(tx: Tx, id: string): Promise<ReceiptView> {
    const [row] = await tx.query<{
      number: string;
      received_at: Date;
      level: string;
      provisional: boolean;
      respond_by: Date;
      solve_by: Date;
    }>(
      `SELECT c.number, received_at, step.changes ->> 'level' AS level, provisional,
         (SELECT due_at FROM intake.duties AS duty WHERE duty.complaint_id = c.id AND duty_id = 'respond-1') AS respond_by,
         (SELECT due_at FROM intake.duties AS duty WHERE duty.complaint_id = c.id AND duty_id = 'solve-1') AS solve_by
       FROM intake.complaints AS c JOIN intake.steps AS step ON step.complaint_id = c.id AND step.number = 1
       WHERE c.id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('the receipt has just been written');
    return {
      id,
      number: row.number,
      receivedAt: row.received_at.toISOString(),
      level: row.level,
      provisional: row.provisional,
      timetable: { respondBy: row.respond_by.toISOString(), solveBy: row.solve_by.toISOString() },
      tracking: { path: `/tracking/${row.number}`, secret: this.secrets.of(id) },
    };
  }

  private async nextNumber(tx: Tx, at: Instant): Promise<string> {
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('intake.complaint_numbers') AS n`);
    return complaintNumber(Number(at.slice(0, 4)), Number(row?.n));
  }
}
