import type { Tx } from '@redress/db';

/** The schemas of the services. */
export const SCHEMAS = ['intake', 'staffing', 'analytics', 'improvement'] as const;

/** Machine time only: who tried to sign in. */
const PASSED_OVER = ['staffing.sign_in_attempts'];

/** Rows that a watch writes at its own time, whatever is called meanwhile: the warning of a calendar that runs out. */
const OF_A_WATCH: Readonly<Record<string, string>> = { 'intake.notices': `code = 'calendar-lapses'` };

/** Number and checksum of the rows of each table, by name. */
export type Checksums = Readonly<Record<string, string>>;

/** Counts and sums every row of every table of the services. Wait for quiet first. */
export async function checksums(tx: Tx): Promise<Checksums> {
  const tables = await tx.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = ANY($1) AND table_type = 'BASE TABLE' ORDER BY 1`,
    [SCHEMAS],
  );
  const names = tables.map(({ name }) => name).filter((name) => !PASSED_OVER.includes(name));
  const sums = await tx.query<{ name: string; sum: string }>(names.map(checksumOf).join(' UNION ALL '));
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}

/** Names of the tables in which two looks differ. */
export function changedTables(before: Checksums, after: Checksums): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

function checksumOf(name: string): string {
  const passedOver = OF_A_WATCH[name] ?? 'false';
  return `SELECT '${name}' AS name, count(*) || ' rows, ' ||
    coalesce(md5(string_agg(md5(one::text), '' ORDER BY md5(one::text))), '') AS sum
    FROM ${name} AS one WHERE NOT (${passedOver})`;
}
