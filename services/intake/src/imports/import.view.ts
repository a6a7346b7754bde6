import { columnMapping } from '@redress/contracts';
import { z } from 'zod';

const fault = z.strictObject({ column: z.string(), message: z.string() });
const outcome = z.enum(['loaded', 'known', 'left-out', 'refused']);

/** What became of a row: loaded now, known from an earlier row or import, left out by the mapping, refused. */
const row = z.strictObject({
  line: z.int(),
  outcome,
  complaintId: z.uuid().nullable(),
  number: z.string().nullable(),
  faults: z.array(fault),
});

/** A file that is being loaded or has been: how it is read, how far it has come, and what became of its rows (INT-13). */
export const importView = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['waiting', 'loading', 'done', 'stopped']),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable().describe('null for a spreadsheet'),
    mapping: z.string(),
    history: z.boolean(),
    name: z.string(),
    bytes: z.int(),
    createdBy: z.uuid(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    share: z.number().min(0).max(1).describe('how much of the file has been settled'),
    line: z.int().describe('the last line that has been settled; 1 is the header'),
    ...{ loaded: z.int(), known: z.int(), leftOut: z.int(), refused: z.int() },
    stopped: z
      .strictObject({ code: z.string(), facts: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('why what follows `line` could not be read; what stands before it is loaded'),
  })
  .meta({ id: 'Import' });

/** The answer to a file: its import, and the columns that nobody will read. */
export const importReceipt = importView.extend({ columnsIgnored: z.array(z.string()) }).meta({ id: 'ImportReceipt' });

/** A page of imports, newest first; `next` goes into `after` of the next request, null at the end. */
export const importPage = z
  .strictObject({ items: z.array(importView), next: z.string().nullable() })
  .meta({ id: 'ImportPage' });

/** A page of the rows that are settled, in their order. */
export const importRows = z
  .strictObject({ items: z.array(row), next: z.string().nullable() })
  .meta({ id: 'ImportRows' });

/** The mappings that ship with the product. */
export const mappingList = z.strictObject({ items: z.array(columnMapping) }).meta({ id: 'ColumnMappings' });

export type ImportView = z.output<typeof importView>;
export type ImportReceipt = z.output<typeof importReceipt>;
export type ImportPage = z.output<typeof importPage>;
export type ImportRow = z.output<typeof row>;
export type ImportRows = z.output<typeof importRows>;
export type RowOutcome = z.output<typeof outcome>;
export type MappingList = z.output<typeof mappingList>;
