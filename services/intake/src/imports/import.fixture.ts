import type { Actor } from '@redress/policy';
import { until } from '@redress/testkit';
import type { TestIntake } from '../intake.fixture.ts';
import type { ImportReceipt, ImportRow, ImportRows, ImportView } from './import.view.ts';

/** The columns of the files below. */
export const HEADER = 'channel,category,departmentId,description,name,mobile,reference';

/** A CSV with these rows. */
export function csvOf(...rows: readonly string[]): string {
  return [HEADER, ...rows].join('\r\n');
}

/** How many rows were loaded, known, left out and refused. */
export function countsOf({ loaded, known, leftOut, refused }: ImportView): number[] {
  return [loaded, known, leftOut, refused];
}

/** An import that has come to its end, with its rows. */
export interface LoadedFile extends ImportView {
  readonly columnsIgnored: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** Sends a file and waits until its rows have settled. Throws when it is not taken. */
export async function loadFile(
  intake: TestIntake,
  actor: Actor,
  file: string | Buffer,
  { query = '', type = 'text/csv' }: { readonly query?: string; readonly type?: string } = {},
): Promise<LoadedFile> {
  const { status, body } = await intake.send<ImportReceipt>('POST', `/imports${query}`, actor, file, type);
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
  return { ...(await ended(intake, actor, body.id)), columnsIgnored: body.columnsIgnored };
}

/** Waits for the end of an import. */
export async function ended(intake: TestIntake, actor: Actor, id: string): Promise<Omit<LoadedFile, 'columnsIgnored'>> {
  let view: ImportView | undefined;
  await until(async () => {
    view = (await intake.get<ImportView>(`/imports/${id}`, actor)).body;
    return view.endedAt !== null;
  });
  return { ...(view as ImportView), rows: await rowsOf(intake, actor, id) };
}

/** Every row that is settled, page by page. */
export async function rowsOf(intake: TestIntake, actor: Actor, id: string, query = ''): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let after = ''; ;) {
    const { body } = await intake.get<ImportRows>(`/imports/${id}/rows?limit=100${query}${after}`, actor);
    rows.push(...body.items);
    if (body.next === null) return rows;
    after = `&after=${body.next}`;
  }
}
