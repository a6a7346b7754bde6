import { readFile } from 'node:fs/promises';
import { mappingFor, readRow, waysOf } from '@redress/contracts';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ComplaintInput } from './complaint.input.ts';

const rows = z.array(z.record(z.string(), z.string()));

/** The first `limit` complaints of a CSV whose columns one of the shipped mappings knows. Throws with what is wrong. */
export async function readComplaints(file: string, limit: number): Promise<ComplaintInput[]> {
  const text = await readFile(file, 'utf8');
  const records = rows.parse(
    parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true }),
  );
  const header = Object.keys(records[0] ?? {});
  const mapping = mappingFor(header);
  if (mapping === undefined) throw new Error(`no column mapping fits ${file}: its columns are ${header.join(', ')}`);
  return records
    .flatMap((row) => {
      const reading = readRow(mapping, row, false);
      return 'receipt' in reading ? [filedNow(reading.receipt)] : [];
    })
    .slice(0, limit);
}

/** A demo plays as if everybody complained today; who files a row without a way to reach the person says so (INT-10). */
function filedNow({ receivedAt: _, ...complaint }: ComplaintInput): ComplaintInput {
  if (waysOf(complaint.complainant ?? {}).length > 0) return complaint;
  return { ...complaint, unfilled: [{ field: 'contact', because: 'unknown' }] };
}
