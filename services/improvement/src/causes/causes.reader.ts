import { Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { LookBook } from '@redress/service-kit';
import { CauseQueries } from './cause.queries.ts';
import type { CauseComplaints, CauseComplaintsQuery, CauseList, CausesQuery } from './cause.schemas.ts';

/** Reads the register of causes; every count leads to the complaints behind it (IMP-1, IMP-10). */
@Injectable()
export class CausesReader {
  constructor(
    private readonly database: Database,
    private readonly queries: CauseQueries,
    private readonly looks: LookBook,
  ) {}

  async figures(actor: Actor, query: CausesQuery): Promise<CauseList> {
    const found = await this.queries.figures(this.database, query, mayReadRestricted(actor));
    return { items: found.map((one) => ({ ...one, complaints: addressOf(one, query.departmentId) })) };
  }

  async complaints(actor: Actor, query: CauseComplaintsQuery): Promise<CauseComplaints> {
    const found = await this.queries.complaints(this.database, query, actor.id, mayReadRestricted(actor));
    const shown = found.slice(0, query.limit);
    const restricted = shown.filter(({ access }) => access === 'restricted');
    const ids = restricted.map(({ complaintId }) => complaintId);
    await this.looks.record(this.database, actor, 'causes', ids);
    const items = shown.map(({ access: _label, ...item }) => item);
    const last = items.at(-1);
    const next = found.length > items.length && last !== undefined ? `${last.analysedAt}_${last.complaintId}` : null;
    return { items, next };
  }
}

function mayReadRestricted({ capabilities }: Actor): boolean {
  return capabilities.includes('read-restricted');
}

function addressOf(
  { month, cause, category }: { month: string; cause: string; category: string },
  departmentId: string | undefined,
): string {
  const query = new URLSearchParams({
    month,
    cause,
    category,
    ...(departmentId === undefined ? {} : { departmentId }),
  });
  return `/causes/complaints?${query.toString()}`;
}
