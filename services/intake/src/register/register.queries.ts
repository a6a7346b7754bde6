import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Because, Stage } from '@redress/policy';
import { showBecause } from './because.view.ts';
import { LINE_COLUMNS, toLine, type LineRow } from './complaint.line.ts';
import type { ComplaintLine, ComplaintView } from './complaint.view.ts';

interface HeadRow extends LineRow {
  channel: string;
  language: string;
  provisional: boolean;
  grading_because: Because[];
  linked_to: string | null;
}

/** The SQL of the readers of one complaint. */
@Injectable()
export class RegisterQueries {
  async head(
    tx: Tx,
    complaintId: string,
  ): Promise<
    ComplaintLine & Pick<ComplaintView, 'channel' | 'language' | 'provisional' | 'gradingBecause' | 'linkedTo'>
  > {
    const [row] = await tx.query<HeadRow>(
      `SELECT ${LINE_COLUMNS}, channel, language, provisional, grading_because, linked_to FROM intake.complaints WHERE id = $1`,
      [complaintId],
    );
    if (row === undefined) throw new Error('the complaint was there a moment ago');
    const { channel, language, provisional, linked_to: linkedTo } = row;
    return {
      ...toLine(row),
      channel,
      language,
      provisional,
      linkedTo,
      gradingBecause: showBecause(row.grading_because),
    };
  }

  /** With `open` only what needs no grant; so does the timeline. */
  async matters(
    tx: Tx,
    complaintId: string,
    which: 'all' | 'open',
  ): Promise<Omit<ComplaintView['matters'][number], 'words' | 'finding'>[]> {
    const rows = await tx.query<{
      id: string;
      category: string;
      happened_at: Date | null;
      department_complained_of: string | null;
      loss_claimed: string | null;
      amount_in_dispute: string | null;
    }>(
      `SELECT id, category, happened_at, department_complained_of, loss_claimed, amount_in_dispute FROM intake.matters
       WHERE complaint_id = $1 AND ($2 OR access = 'open') ORDER BY position`,
      [complaintId, which === 'all'],
    );
    return rows.map((row) => ({
      id: row.id,
      category: row.category,
      happenedAt: row.happened_at?.toISOString() ?? null,
      departmentComplainedOf: row.department_complained_of,
      lossClaimed: row.loss_claimed === null ? null : Number(row.loss_claimed),
      amountInDispute: row.amount_in_dispute === null ? null : Number(row.amount_in_dispute),
    }));
  }

  async timeline(tx: Tx, complaintId: string, which: 'all' | 'open'): Promise<TimelineLine[]> {
    const rows = await tx.query<TimelineRow>(
      `SELECT line.sequence, line.at, code, changes ->> 'stage' AS stage, facts, because, actor_kind, actor_id,
         person.name, matter_id, text_ids
       FROM intake.timeline AS line
       JOIN intake.steps AS step ON step.complaint_id = line.complaint_id AND step.number = line.step
       LEFT JOIN intake.directory_people AS person ON person.id = actor_id
       WHERE line.complaint_id = $1 AND ($2 OR line.access = 'open') ORDER BY line.sequence`,
      [complaintId, which === 'all'],
    );
    return rows.map((row) => ({
      sequence: row.sequence,
      at: row.at.toISOString(),
      code: row.code,
      stage: row.stage,
      facts: row.facts,
      because: showBecause(row.because),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.name },
      matterId: row.matter_id,
      textIds: row.text_ids,
    }));
  }
}

interface TimelineRow {
  sequence: number;
  at: Date;
  code: string;
  stage: Stage | null;
  facts: Record<string, unknown>;
  because: Because[];
  actor_kind: string;
  actor_id: string | null;
  name: string | null;
  matter_id: string | null;
  text_ids: string[];
}

interface TimelineLine {
  readonly sequence: number;
  readonly at: string;
  readonly code: string;
  readonly stage: Stage | null;
  readonly facts: Record<string, unknown>;
  readonly because: ReturnType<typeof showBecause>;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly matterId: string | null;
  readonly textIds: readonly string[];
}
