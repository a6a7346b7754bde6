import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Calendar, Instant } from '@redress/policy';

/** A version that is to come into force. */
export interface NewVersion {
  readonly calendar: Calendar;
  /** Null where it came with the product. */
  readonly document: string | null;
  readonly by: string | null;
  readonly at: Instant;
}

/** A version as it is kept. */
export interface KeptVersion {
  readonly calendar: Calendar;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  readonly inForce: boolean;
  readonly clocksBeyond: number;
}

interface VersionRow {
  calendar: Calendar;
  published_at: Date;
  published_by: string | null;
  in_force: boolean;
  clocks_beyond: number;
}

const NEWEST = 500;
const PUBLISHING_LOCK = 7_130_021;

/** The versions of calendars; the last one published is in force. */
@Injectable()
export class CalendarRepository {
  /** One publication at a time: each looks at the version before it. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PUBLISHING_LOCK]);
  }

  /** A version that has been in force before comes into force again. Answers the number of the publication. */
  async put(tx: Tx, { calendar, document, by, at }: NewVersion): Promise<string> {
    const [row] = await tx.query<{ sequence: string }>(
      `INSERT INTO intake.calendars (code, version, calendar, document, published_by, published_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code, version) DO UPDATE SET published_at = excluded.published_at, published_by = excluded.published_by,
         sequence = nextval(pg_get_serial_sequence('intake.calendars', 'sequence'))
       RETURNING sequence`,
      [calendar.code, calendar.version, JSON.stringify(calendar), document, by, at],
    );
    return row?.sequence ?? '';
  }

  async has(tx: Tx, { code, version }: Calendar): Promise<boolean> {
    const sql = `SELECT 1 FROM intake.calendars WHERE code = $1 AND version = $2`;
    return (await tx.query(sql, [code, version])).length > 0;
  }

  /** Version and publisher of what is in force under a code; null when nothing is. */
  async inForce(tx: Tx, code: string): Promise<{ version: string; publishedBy: string | null } | null> {
    const [row] = await tx.query<{ version: string; publishedBy: string | null }>(
      `SELECT version, published_by AS "publishedBy" FROM intake.calendars WHERE code = $1 ORDER BY sequence DESC LIMIT 1`,
      [code],
    );
    return row ?? null;
  }

  /** Newest first. */
  async list(tx: Tx): Promise<KeptVersion[]> {
    const rows = await tx.query<VersionRow>(
      `SELECT calendar, published_at, published_by,
         sequence = max(sequence) OVER (PARTITION BY code) AS in_force,
         (SELECT count(*)::int FROM intake.duties AS duty WHERE duty.ended_at IS NULL
            AND duty.clock -> 'budget' ->> 'calendar' = calendars.code
            AND (duty.due_at AT TIME ZONE (calendar ->> 'timeZone'))::date > (calendar ->> 'coversUntil')::date)
           AS clocks_beyond
       FROM intake.calendars ORDER BY sequence DESC LIMIT ${NEWEST}`,
    );
    return rows.map((row) => ({
      calendar: row.calendar,
      publishedAt: row.published_at.toISOString(),
      publishedBy: row.published_by,
      inForce: row.in_force,
      clocksBeyond: row.in_force ? row.clocks_beyond : 0,
    }));
  }

  /** Open complaints with a clock that counts by the calendar, by id: locked in this order. */
  async complaintsThatCountBy(tx: Tx, code: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT complaint_id AS id FROM intake.duties
       WHERE ended_at IS NULL AND clock -> 'budget' ->> 'calendar' = $1 ORDER BY complaint_id`,
      [code],
    );
    return rows.map(({ id }) => id);
  }

  /** One notice a person and version, however often it is looked at. */
  async tellOfLapse(tx: Tx, id: string, personId: string, code: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO intake.notices (id, person_id, calendar_code, code, at) VALUES ($1, $2, $3, 'calendar-lapses', $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, personId, code, at],
    );
    return rows.length > 0;
  }
}
