import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { PastClock, PastComplaint } from '@redress/packs';
import type { Clock, Facts, Instant } from '@redress/policy';

/** As many as are tried at once, the newest first. */
export const MOST_TRIED = 5_000;

interface PastRow {
  id: string;
  number: string;
  pack_hash: string;
  grading_facts: Facts;
  level: string;
  by_person: boolean;
  received_at: Date;
  contacted_at: string | null;
  told_at: string | null;
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
  async past(tx: Tx, since: Instant, until: Instant): Promise<PastComplaint[]> {
    const rows = await tx.query<PastRow>(
      `SELECT id, number, pack_hash, grading_facts, level, received_at, ended_at,
         state ->> 'contactedAt' AS contacted_at, state ->> 'resultToldAt' AS told_at,
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
      levelByPerson: row.by_person ? row.level : null,
      clocks: clocks.get(row.id) ?? withoutLedger(row),
    }));
  }

  /** The first of each promise; one that was given up is left out. */
  private async clocks(tx: Tx, ids: readonly string[]): Promise<Map<string, PastClock[]>> {
    const rows = await tx.query<ClockRow>(
      `SELECT DISTINCT ON (complaint_id, kind) complaint_id, kind, clock, ended_at FROM intake.duties
       WHERE complaint_id = ANY($1) AND kind IN ('respond', 'solve') AND verdict IS DISTINCT FROM 'dropped'
       ORDER BY complaint_id, kind, clock ->> 'startedAt', duty_id`,
      [ids],
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

/** History came without clocks: what is known is when it was answered and when it ended. */
function withoutLedger(row: PastRow): PastClock[] {
  const { contacted_at: contactedAt, told_at: toldAt, received_at: receivedAt, ended_at: endedAt } = row;
  const clock = { startedAt: receivedAt.toISOString(), givenDate: null, pauses: [] };
  const solvedAt = toldAt ?? endedAt?.toISOString() ?? null;
  return [
    ...(contactedAt === null ? [] : [{ ...clock, kind: 'respond', endedAt: contactedAt } as const]),
    ...(solvedAt === null ? [] : [{ ...clock, kind: 'solve', endedAt: solvedAt } as const]),
  ];
}
