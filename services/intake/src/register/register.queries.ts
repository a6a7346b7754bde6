import { Injectable } from '@nestjs/common';
import { instant } from '@redress/contracts';
import type { Tx } from '@redress/db';
import type { Actor, Because, CaseState, Stage } from '@redress/policy';
import { InputError } from '@redress/service-kit';
import { z } from 'zod';
import type { ComplaintLine, ComplaintPage, ComplaintView, ListQuery } from './complaint.view.ts';

interface LineRow {
  id: string;
  number: string;
  state: CaseState;
  revision: number;
  sequence: number;
  received_at: Date;
  next_due_at: Date | null;
  drill: boolean;
}

interface HeadRow extends LineRow {
  channel: string;
  language: string;
  provisional: boolean;
  grading_because: Because[];
}

const LINE = `id, number, state, revision, sequence, received_at, next_due_at, drill`;

/** The SQL of the register's readers. */
@Injectable()
export class RegisterQueries {
  /** A page by (received-at, id), newest first; only what the reader may see. */
  async page(tx: Tx, query: ListQuery, actor: Actor): Promise<ComplaintPage> {
    const where = new Conditions();
    where.add((at) => `(received_at, id) < (${at}::timestamptz, ${where.next()}::uuid)`, ...cursorOf(query.after));
    where.addEqual('stage', query.stage);
    where.addEqual('level', query.level);
    where.addEqual('department_id', query.departmentId);
    where.addEqual('owner_id', query.owner);
    where.addVisible(actor);
    const rows = await tx.query<LineRow>(
      `SELECT ${LINE} FROM intake.complaints WHERE ${where.text} ORDER BY received_at DESC, id DESC LIMIT ${query.limit + 1}`,
      where.values,
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const next =
      rows.length > items.length && last !== undefined ? `${last.received_at.toISOString()}_${last.id}` : null;
    return { items: items.map(toLine), next };
  }

  async head(
    tx: Tx,
    complaintId: string,
  ): Promise<ComplaintLine & Pick<ComplaintView, 'channel' | 'language' | 'provisional' | 'gradingBecause'>> {
    const [row] = await tx.query<HeadRow>(
      `SELECT ${LINE}, channel, language, provisional, grading_because FROM intake.complaints WHERE id = $1`,
      [complaintId],
    );
    if (row === undefined) throw new Error('the complaint was there a moment ago');
    const { channel, language, provisional } = row;
    return { ...toLine(row), channel, language, provisional, gradingBecause: row.grading_because.map(plain) };
  }

  async matters(tx: Tx, complaintId: string): Promise<Omit<ComplaintView['matters'][number], 'words' | 'finding'>[]> {
    const rows = await tx.query<{
      id: string;
      category: string;
      happened_at: Date | null;
      department_complained_of: string | null;
      loss_claimed: string | null;
      amount_in_dispute: string | null;
    }>(
      `SELECT id, category, happened_at, department_complained_of, loss_claimed, amount_in_dispute FROM intake.matters
       WHERE complaint_id = $1 ORDER BY position`,
      [complaintId],
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

  async timeline(tx: Tx, complaintId: string): Promise<TimelineLine[]> {
    const rows = await tx.query<TimelineRow>(
      `SELECT line.sequence, line.at, code, changes ->> 'stage' AS stage, facts, because, actor_kind, actor_id,
         person.name, matter_id, text_id
       FROM intake.timeline AS line
       JOIN intake.steps AS step ON step.complaint_id = line.complaint_id AND step.number = line.step
       LEFT JOIN intake.directory_people AS person ON person.id = actor_id
       WHERE line.complaint_id = $1 ORDER BY line.sequence`,
      [complaintId],
    );
    return rows.map((row) => ({
      sequence: row.sequence,
      at: row.at.toISOString(),
      code: row.code,
      stage: row.stage,
      facts: row.facts,
      because: row.because.map(plain),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.name },
      matterId: row.matter_id,
      textId: row.text_id,
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
  text_id: string | null;
}

interface TimelineLine {
  readonly sequence: number;
  readonly at: string;
  readonly code: string;
  readonly stage: Stage | null;
  readonly facts: Record<string, unknown>;
  readonly because: ReturnType<typeof plain>[];
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly matterId: string | null;
  readonly textId: string | null;
}

/** Conditions of a query with their numbered values. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = ['true'];

  get text(): string {
    return this.parts.join(' AND ');
  }

  next(): string {
    return `$${this.values.length + 2}`;
  }

  /** Adds a condition when it has values; `write` is given the first placeholder. */
  add(write: (first: string) => string, ...values: readonly unknown[]): void {
    if (values.length === 0) return;
    this.parts.push(write(`$${this.values.length + 1}`));
    this.values.push(...values);
  }

  addEqual(column: string, value: unknown): void {
    if (value !== undefined) this.add((at) => `${column} = ${at}`, value);
  }

  /** As mayRead says it, in SQL: the own department's, or named in it, or everything for those who read all. */
  addVisible(actor: Actor): void {
    if (!actor.capabilities.includes('read-restricted')) this.parts.push(`access = 'open'`);
    if (actor.capabilities.includes('read-all') || actor.capabilities.includes('audit')) return;
    const department = actor.capabilities.includes('read-department') ? actor.departmentId : null;
    const second = `$${this.values.length + 2}`;
    this.add((at) => `(department_id = ${at} OR owner_id = ${second} OR backup_id = ${second})`, department, actor.id);
  }
}

const cursor = z.tuple([instant, z.uuid()]);

function cursorOf(after: string | undefined): [string, string] | [] {
  if (after === undefined) return [];
  const parsed = cursor.safeParse(after.split('_'));
  if (!parsed.success) throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  return parsed.data;
}

function plain({ rule, facts }: Because): { rule: string; facts: Record<string, unknown> } {
  return { rule, facts: { ...facts } };
}

function toLine(row: LineRow): ComplaintLine {
  const { stage, round, level, serious, departmentId, owner, backup } = row.state;
  return {
    id: row.id,
    number: row.number,
    ...{ stage, round, level, class: row.state.class, serious, departmentId, owner, backup },
    revision: row.revision,
    sequence: row.sequence,
    receivedAt: row.received_at.toISOString(),
    nextDueAt: row.next_due_at?.toISOString() ?? null,
    drill: row.drill,
  };
}
