import { Conditions, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import type { DomainClock } from '../clock/domain.clock.ts';
import type { LookedAt, LooksPage, LooksQuery } from './looks.schemas.ts';

interface LookRow {
  id: string;
  complaint_id: string;
  person_id: string;
  what: LookedAt;
  at: Date;
}

/** The table of the looks in a service's schema, whose own table `complaints` knows who is complained of. */
export function looksTable(schema: string): string {
  return `
CREATE TABLE ${schema}.looks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_id uuid NOT NULL,
  person_id uuid NOT NULL,
  what text NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX looks_at_complaint ON ${schema}.looks (complaint_id, id DESC);
CREATE INDEX looks_of_person ON ${schema}.looks (person_id, id DESC);`;
}

/** Every look at a restricted case is recorded: who, what, when (INT-7). Record before anything is shown. */
export class LookBook {
  constructor(
    private readonly schema: string,
    private readonly clock: DomainClock,
  ) {}

  async record(tx: Tx, { id }: Actor, what: LookedAt, complaintIds: readonly string[]): Promise<void> {
    if (complaintIds.length === 0) return;
    await tx.query(
      `INSERT INTO ${this.schema}.looks (complaint_id, person_id, what, at)
       SELECT complaint_id, $2, $3, $4 FROM unnest($1::uuid[]) AS complaint_id`,
      [complaintIds, id, what, await this.clock.now(tx)],
    );
  }

  /** The latest first; whoever is complained of does not learn who looked at the own case (PRC-3). */
  async page(tx: Tx, query: LooksQuery, actor: Actor): Promise<LooksPage> {
    const where = new Conditions();
    where.addEqual('look.complaint_id', query.complaintId);
    where.addEqual('look.person_id', query.personId);
    if (query.from !== undefined) where.add(`look.at >= ${where.value(query.from)}`);
    if (query.to !== undefined) where.add(`look.at < ${where.value(query.to)}`);
    if (query.after !== undefined) where.add(`look.id < ${where.value(query.after)}::bigint`);
    where.add(`NOT EXISTS (SELECT FROM ${this.schema}.complaints AS complaint
      WHERE complaint.id = look.complaint_id AND complaint.concerned @> ARRAY[${where.value(actor.id)}::uuid])`);
    const rows = await tx.query<LookRow>(
      `SELECT id, complaint_id, person_id, what, at FROM ${this.schema}.looks AS look
       WHERE ${where.text} ORDER BY look.id DESC LIMIT ${query.limit + 1}`,
      where.values,
    );
    const shown = rows.slice(0, query.limit);
    return {
      items: shown.map(({ complaint_id: complaintId, person_id: personId, what, at }) => ({
        ...{ complaintId, personId, what },
        at: at.toISOString(),
      })),
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}
