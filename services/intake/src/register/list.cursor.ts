import { instant } from '@redress/contracts';
import { InputError } from '@redress/service-kit';
import { z } from 'zod';
import type { LineRow } from './complaint.line.ts';

/** Where a page ended: the values that it was sorted by. */
export type Cursor = readonly [at: string, id: string];

const cursor = z.tuple([instant, z.uuid()]);

/** Reads the `next` of an earlier page. Throws InputError. */
export function parseCursor(text: string): Cursor {
  const parsed = cursor.safeParse(text.split('_'));
  if (!parsed.success) throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  return parsed.data;
}

/** The cursor that goes on after this row. */
export function cursorAfter(row: LineRow): string {
  return `${row.received_at.toISOString()}_${row.id}`;
}
