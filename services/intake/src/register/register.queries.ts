import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Because, Stage } from '@redress/policy';
import { showBecause } from './because.view.ts';
import { LINE_COLUMNS, toLine, type LineRow } from './complaint.line.ts';
import type { ComplaintLine, ComplaintView } from './complaint.view.ts';
import { HANDED_OVER } from './handed-over.condition.ts';

interface HeadRow extends LineRow {
  channel: string;
  language: string;
  provisional: boolean;
  grading_because: Because[];
  linked_to: string | null;
  matters_handed_over: Date[];
}

/** The SQL of the readers of one complaint. */
@Injectable()
export class RegisterQueries {
  async head(
    tx: Tx,
    complaintId: string,
  ): Promise<
    ComplaintLine &
      Pick<ComplaintView, 'channel' | 'language' | 'provisional' | 'gradingBecause' | 'linkedTo' | 'mattersHandedOver'>
  > {
    const [row] = await tx.query<HeadRow>(
      `SELECT ${LINE_COLUMNS}, channel, language, provisional, grading_because, linked_to,
         ARRAY(SELECT line.at FROM intake.timeline AS line WHERE line.complaint_id = complaint.id
           AND line.matter_id IS NOT NULL AND ${HANDED_OVER} ORDER BY line.sequence) AS matters_handed_over
       FROM intake.complaints AS complaint WHERE id = $1`,
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
      mattersHandedOver: row.matters_handed_over.map((at) => at.toISOString()),
      gradingBecause: showBecause(row.grading_because),
    };
  }

  /** With `open` only what needs no grant. */
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

  /** With `open` what needs no grant, and that matters were handed over; `handed-over`: that all of it was (INT-15). */
  async timeline(tx: Tx, complaintId: string, which: 'all' | 'open' | 'handed-over'): Promise<TimelineLine[]> {
    const rows = await tx.query<TimelineRow>(
      `SELECT line.sequence, line.at, code, changes ->> 'stage' AS stage, facts, because, actor_kind, actor_id,
         person.name, matter_id, text_ids, line.access = 'restricted' AND ${HANDED_OVER} AS handed_over
       FROM intake.timeline AS line
       JOIN intake.steps AS step ON step.complaint_id = line.complaint_id AND step.number = line.step
       LEFT JOIN intake.directory_people AS person ON person.id = actor_id
       WHERE line.complaint_id = $1 AND CASE $2 WHEN 'all' THEN true
         WHEN 'open' THEN line.access = 'open' OR ${HANDED_OVER} ELSE line.matter_id IS NULL AND ${HANDED_OVER} END
       ORDER BY line.sequence`,
      [complaintId, which],
    );
    return rows.map((row) => (which !== 'all' && row.handed_over ? handedOverLine(row) : lineOf(row)));
  }
}

function lineOf(row: TimelineRow): TimelineLine {
  return {
    sequence: row.sequence,
    at: row.at.toISOString(),
    code: row.code,
    stage: row.stage,
    facts: row.facts,
    because: showBecause(row.because),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.name },
    matterId: row.matter_id,
    textIds: row.text_ids,
  };
}

/** When it was handed over, and nothing else of the line. */
function handedOverLine({ sequence, at }: TimelineRow): TimelineLine {
  const actor = { kind: 'system', id: null, name: null };
  const empty = { stage: null, facts: {}, because: [], actor, matterId: null, textIds: [] };
  return { sequence, at: at.toISOString(), code: 'handed-over-restricted', ...empty };
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
  handed_over: boolean;
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
