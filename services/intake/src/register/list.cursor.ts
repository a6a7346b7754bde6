import { instant } from '@redress/contracts';
import { InputError } from '@redress/service-kit';
import { z } from 'zod';
import type { Conditions } from '@redress/db';
import type { LineRow } from './complaint.line.ts';
import type { ListSort } from './list.query.ts';

/** Owes nothing: sorts last, and is written so in a cursor. */
const NEVER = 'infinity';

/** How each list is sorted: the order, and what comes after a place in it. */
const ORDERS: Readonly<
  Record<
    ListSort,
    { readonly by: string; readonly after: string; readonly at: z.ZodType<string>; readonly type: string }
  >
> = {
  newest: {
    by: 'received_at DESC, id DESC',
    after: '(complaint.received_at, complaint.id) <',
    at: instant,
    type: 'timestamptz',
  },
  'next-due': {
    by: 'first_due_at, id',
    after: '(complaint.first_due_at, complaint.id) >',
    at: z.union([instant, z.literal(NEVER)]),
    type: 'timestamptz',
  },
  priority: {
    by: 'work_order, id',
    after: '(complaint.work_order, complaint.id) >',
    at: z.string().regex(/^\d{1,6}$/),
    type: 'integer',
  },
};

/** The ORDER BY of a list. */
export function orderOf(sort: ListSort): string {
  return ORDERS[sort].by;
}

/** Narrows to what comes after the `next` of an earlier page. Throws InputError. */
export function addAfter(where: Conditions, sort: ListSort, next: string): void {
  const parsed = z.tuple([ORDERS[sort].at, z.uuid()]).safeParse(next.split('_'));
  if (!parsed.success) throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  const [at, id] = parsed.data;
  where.add(`${ORDERS[sort].after} (${where.value(at)}::${ORDERS[sort].type}, ${where.value(id)}::uuid)`);
}

/** The cursor that goes on after this row. */
export function cursorAfter(sort: ListSort, row: LineRow): string {
  if (sort === 'priority') return `${row.work_order}_${row.id}`;
  if (sort === 'newest') return `${row.received_at.toISOString()}_${row.id}`;
  return `${row.first_due_at instanceof Date ? row.first_due_at.toISOString() : NEVER}_${row.id}`;
}
