import { columnMapping } from '@redress/contracts';
import { z } from 'zod';

const fault = z.strictObject({ column: z.string(), message: z.string() });

/** What became of a row: loaded now, known from an earlier row or import, left out by the mapping, refused. */
const row = z.strictObject({
  line: z.int(),
  outcome: z.enum(['loaded', 'known', 'left-out', 'refused']),
  complaintId: z.uuid().nullable(),
  number: z.string().nullable(),
  faults: z.array(fault),
});

/** What became of a file: how it was read, the counts, and each row with its line (INT-13). */
export const importView = z
  .strictObject({
    mapping: z.string(),
    encoding: z.string(),
    columnsIgnored: z.array(z.string()),
    loaded: z.int(),
    known: z.int(),
    leftOut: z.int(),
    refused: z.int(),
    rows: z.array(row),
  })
  .meta({ id: 'Import' });

/** The mappings that ship with the product. */
export const mappingList = z.strictObject({ items: z.array(columnMapping) }).meta({ id: 'ColumnMappings' });

export type ImportView = z.output<typeof importView>;
export type ImportRow = z.output<typeof row>;
export type MappingList = z.output<typeof mappingList>;
