import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ComplaintInput } from './complaint.input.ts';
import { MAPPINGS, type ColumnMapping } from './column.mappings.ts';

const rows = z.array(z.record(z.string(), z.string()));

/** The first `limit` complaints of a CSV whose columns one of the mappings knows. Throws with what is wrong. */
export async function readComplaints(file: string, limit: number): Promise<ComplaintInput[]> {
  const text = await readFile(file, 'utf8');
  const records = rows.parse(
    parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }),
  );
  const header = Object.keys(records[0] ?? {});
  const mapping = MAPPINGS.find((one) => one.needs.every((column) => header.includes(column)));
  if (mapping === undefined) throw new Error(`no column mapping fits ${file}: its columns are ${header.join(', ')}`);
  return records
    .map((row) => toComplaint(mapping, row))
    .filter((complaint) => complaint !== null)
    .slice(0, limit);
}

/** A row without a text to complain of is passed over. */
function toComplaint(mapping: ColumnMapping, row: Record<string, string>): ComplaintInput | null {
  const description = joined(mapping.description, row).slice(0, 20_000);
  if (description === '') return null;
  const wish = joined(mapping.wish, row).slice(0, 20_000);
  const product = joined(mapping.product, row).slice(0, 500);
  const reference = joined(mapping.reference, row).slice(0, 500);
  const channel = mapping.channels[row[mapping.channel] ?? ''] ?? mapping.otherChannel;
  return {
    ...{ channel, language: mapping.language, departmentId: mapping.departmentId, description },
    ...(wish === '' ? {} : { wish }),
    assessment: {},
    matters: [
      {
        category: mapping.category,
        ...(product === '' ? {} : { product }),
        ...(reference === '' ? {} : { reference }),
      },
    ],
  };
}

function joined(columns: readonly string[], row: Record<string, string>): string {
  return columns
    .map((column) => row[column]?.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n');
}
