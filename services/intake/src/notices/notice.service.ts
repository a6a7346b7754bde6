import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { z } from 'zod';

const NEWEST = 200;

/** Narrows the inbox to one complaint. */
export const noticeQuery = z.strictObject({ complaintId: z.uuid().optional() });
export type NoticeQuery = z.output<typeof noticeQuery>;

export const noticeList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        complaintId: z.uuid().nullable(),
        number: z.string().nullable(),
        actionId: z.uuid().nullable().describe('the improvement action, if the notice is about one'),
        commandId: z.uuid().nullable().describe('the command that was refused, if the notice is about one'),
        calendar: z.string().nullable().describe('the calendar, if the notice is about one'),
        crossingId: z.uuid().nullable().describe('the crossing of a threshold, if the notice is about one'),
        code: z.string(),
        at: z.iso.datetime(),
        readAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'Notices' });

export type NoticeList = z.output<typeof noticeList>;

interface NoticeRow {
  id: string;
  complaint_id: string | null;
  number: string | null;
  action_id: string | null;
  command_id: string | null;
  calendar_code: string | null;
  crossing_id: string | null;
  code: string;
  at: Date;
  read_at: Date | null;
}

/** The notices inbox: each person sees the own. */
@Injectable()
export class NoticeService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
  ) {}

  async list(actor: Actor, { complaintId }: NoticeQuery): Promise<NoticeList> {
    const rows = await this.database.query<NoticeRow>(
      `SELECT notice.id, complaint_id, number, action_id, command_id, calendar_code, crossing_id, code, at, read_at
       FROM intake.notices AS notice LEFT JOIN intake.complaints AS complaint ON complaint.id = complaint_id
       WHERE notice.person_id = $1 AND ($2::uuid IS NULL OR complaint_id = $2)
         AND ($3 OR coalesce(complaint.access, 'open') = 'open')
       ORDER BY at DESC, notice.id DESC LIMIT ${NEWEST}`,
      [actor.id, complaintId ?? null, actor.capabilities.includes('read-restricted')],
    );
    return {
      items: rows.map(({ id, number, code, at, read_at: readAt, ...about }) => ({
        ...{
          id,
          complaintId: about.complaint_id,
          number,
          actionId: about.action_id,
          commandId: about.command_id,
          calendar: about.calendar_code,
          crossingId: about.crossing_id,
          code,
        },
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
    };
  }

  async markRead(noticeId: string, actor: Actor): Promise<void> {
    const rows = await this.database.query(
      `UPDATE intake.notices SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2 RETURNING 1`,
      [noticeId, actor.id, await this.clock.now(this.database)],
    );
    if (rows.length === 0) throw new RefusalError(404, { code: 'not-visible' });
  }
}
