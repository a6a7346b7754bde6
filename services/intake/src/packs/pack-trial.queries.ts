import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { TRIED_KINDS, type PastClock, type PastComplaint, type UnderLaw } from '@redress/packs';
import type { CaseState, Clock, Closing, Facts, Instant } from '@redress/policy';

/** As many as are tried at once, the newest first. */
export const MOST_TRIED = 5_000;

/** A complaint with the level that it has; history has no ledger. */
export interface StoredPast extends PastComplaint {
  readonly level: string;
  readonly hasLedger: boolean;
}

interface PastRow {
  id: string;
  number: string;
  pack_hash: string;
  grading_facts: Facts;
  level: string;
  by_person: boolean;
  received_at: Date;
  state: Pick<CaseState, 'grade' | 'marks' | 'kind'>;
  categories: string[];
  granted: string[] | null;
  closing: Closing | null;
  contacted_at: string | null;
  told_at: Date | null;
  ended_at: Date | null;
}

interface ClockRow {
  complaint_id: string;
  kind: PastClock['kind'];
  clock: Clock;
  ended_at: Date | null;
}

/** What is stored of past complaints that another pack could be tried on: codes, figures and instants. */
@Injectable()
export class PackTrialQueries {
  /** Complaints in ordinary hands, drills left out. */
  async past(tx: Tx, since: Instant, until: Instant): Promise<StoredPast[]> {
    const rows = await tx.query<PastRow>(
      `SELECT id, number, pack_hash, grading_facts, level, received_at, ended_at,
         jsonb_build_object('grade', state -> 'grade', 'marks', state -> 'marks', 'kind', state -> 'kind') AS state,
         ARRAY(SELECT DISTINCT category FROM intake.matters AS matter
           WHERE matter.complaint_id = complaint.id AND matter.access = 'open') AS categories,
         state #> '{extensions,granted}' AS granted, state ->> 'closing' AS closing,
         state ->> 'contactedAt' AS contacted_at,
         coalesce((SELECT min(at) FROM intake.timeline AS line WHERE complaint_id = complaint.id AND code = 'told'),
           (state ->> 'resultToldAt')::timestamptz) AS told_at,
         EXISTS (SELECT FROM intake.timeline AS line WHERE complaint_id = complaint.id AND code = 'regraded'
           AND actor_kind = 'person') AS by_person
       FROM intake.complaints AS complaint
       WHERE received_at >= $1 AND received_at < $2 AND access = 'open' AND NOT drill
       ORDER BY received_at DESC, id DESC LIMIT ${MOST_TRIED}`,
      [since, until],
    );
    const clocks = await this.clocks(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      number: row.number,
      packHash: row.pack_hash,
      facts: row.grading_facts,
      level: row.level,
      levelByPerson: row.by_person ? row.level : null,
      hasLedger: clocks.has(row.id),
      clocks: clocks.get(row.id) ?? withoutLedger(row),
      granted: row.granted ?? [],
      underLaw: underLawOf(row),
    }));
  }

  /** Those that were not given up, as they began. */
  private async clocks(tx: Tx, ids: readonly string[]): Promise<Map<string, PastClock[]>> {
    const rows = await tx.query<ClockRow>(
      `SELECT complaint_id, kind, clock, ended_at FROM intake.duties
       WHERE complaint_id = ANY($1) AND kind = ANY($2) AND verdict IS DISTINCT FROM 'dropped'
       ORDER BY complaint_id, clock ->> 'startedAt', duty_id`,
      [ids, TRIED_KINDS],
    );
    const found = new Map<string, PastClock[]>();
    for (const { complaint_id: id, kind, clock, ended_at: endedAt } of rows) {
      const { startedAt, givenDate, pauses } = clock;
      const past = { kind, startedAt, givenDate, pauses, endedAt: endedAt?.toISOString() ?? null };
      found.set(id, [...(found.get(id) ?? []), past]);
    }
    return found;
  }
}

/** Over without a result, nothing of the law was met or missed. */
const WITHOUT_RESULT: readonly (Closing | null)[] = ['withdrawn', 'transferred', 'merged'];

function underLawOf(row: PastRow): UnderLaw | null {
  const { state, level, categories, closing, received_at: receivedAt } = row;
  if (WITHOUT_RESULT.includes(closing)) return null;
  const [from, to] = [receivedAt.toISOString(), solvedAt(row)];
  return { state: { ...state, level }, categories, receivedAt: from, resultToldAt: to };
}

function solvedAt({ told_at: toldAt, ended_at: endedAt }: PastRow): Instant | null {
  return (toldAt ?? endedAt)?.toISOString() ?? null;
}

/** History came without clocks: what is known is when it was answered and when it ended. */
function withoutLedger(row: PastRow): PastClock[] {
  const { contacted_at: contactedAt, received_at: receivedAt } = row;
  const clock = { startedAt: receivedAt.toISOString(), givenDate: null, pauses: [] };
  const solved = solvedAt(row);
  return [
    ...(contactedAt === null ? [] : [{ ...clock, kind: 'respond', endedAt: contactedAt } as const]),
    ...(solved === null ? [] : [{ ...clock, kind: 'solve', endedAt: solved } as const]),
  ];
}
