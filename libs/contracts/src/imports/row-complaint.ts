import { CLOSINGS, type Closing, type Instant } from '@redress/policy';
import { z } from 'zod';
import { registerComplaint, type RegisterComplaint } from '../api/register-complaint.ts';
import { instant } from '../fields.ts';
import { cellValue } from './cell-value.ts';
import { EVERY_OTHER, type ColumnMapping } from './column-mapping.ts';
import { ROW_FIELDS, ROW_FIELD_NAMES, type RowField, type RowFieldName } from './row-fields.ts';

/** A row of a file by its columns; cells are trimmed. */
export type Row = Readonly<Record<string, string>>;

/** What is wrong with a row: the column, and why. Never what stands in the cell. */
export interface RowFault {
  readonly column: string;
  readonly message: string;
}

/** How a complaint that is history ended. */
export interface RowEnding {
  readonly closing: Closing;
  readonly closedAt: Instant | null;
  readonly level: string | null;
}

/** What a row says: a complaint, faults, or that it is not meant. */
export type RowReading =
  | { readonly leftOut: true }
  | { readonly faults: readonly RowFault[] }
  | { readonly receipt: RegisterComplaint; readonly ending: RowEnding | null };

const ending = z.object({
  closing: z.enum(CLOSINGS),
  closedAt: instant.optional(),
  level: z.string().max(64).optional(),
});

/** Reads a row as the mapping says (INT-13); `history` rows must say how they ended. */
export function readRow(mapping: ColumnMapping, row: Row, history: boolean): RowReading {
  const { only } = mapping;
  if (only !== undefined && !only.is.includes(own(row, only.column) ?? '')) return { leftOut: true };
  const parts: Record<RowField['into'], Record<string, unknown>> = {
    ...{ receipt: {}, complainant: {}, assessment: {}, matter: {}, history: {} },
  };
  for (const name of ROW_FIELD_NAMES) {
    const value = valueOf(mapping, row, name);
    if (value !== null) parts[ROW_FIELDS[name].into][name] = value;
  }
  const { complainant, assessment, matter } = parts;
  const receipt = registerComplaint.safeParse({ ...parts.receipt, complainant, assessment, matters: [matter] });
  const ended = history ? ending.safeParse(parts.history) : null;
  const issues = [...(receipt.error?.issues ?? []), ...(ended?.error?.issues ?? [])];
  if (!receipt.success || ended?.success === false) return { faults: faultsOf(mapping, issues) };
  return { receipt: receipt.data, ending: ended === null ? null : endingOf(ended.data) };
}

function endingOf({ closing, closedAt, level }: z.output<typeof ending>): RowEnding {
  return { closing, closedAt: closedAt ?? null, level: level ?? null };
}

/** The value of a field, or null when neither the row nor the mapping says anything. */
function valueOf(mapping: ColumnMapping, row: Row, name: RowFieldName): unknown {
  const { kind } = ROW_FIELDS[name];
  const cells = [mapping.columns[name] ?? []].flat().map((column) => own(row, column) ?? '');
  const said = cells.filter((cell) => cell !== '').join(kind === 'words' ? '\n' : ', ');
  const text = said === '' ? (mapping.always[name] ?? '') : said;
  if (text === '') return null;
  const codes = mapping.codes[name] ?? {};
  return cellValue(own(codes, text) ?? codes[EVERY_OTHER] ?? text, kind, mapping.utcOffset);
}

/** What stands under a name that a file gave: `constructor` is a column or a code like any other. */
function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** One a column: the first thing that is wrong with it. */
function faultsOf(mapping: ColumnMapping, issues: readonly z.core.$ZodIssue[]): RowFault[] {
  const faults = issues.map((issue) => faultOf(mapping, issue));
  return faults.filter(({ column }, index) => faults.findIndex((fault) => fault.column === column) === index);
}

/** Names the columns of the file that the fault is in, or the field when the mapping gives it none. */
function faultOf(mapping: ColumnMapping, issue: z.core.$ZodIssue): RowFault {
  const field = issue.path.findLast((part) => typeof part === 'string' && part in ROW_FIELDS) as
    RowFieldName | undefined;
  if (field === undefined) return { column: issue.path.join('.'), message: issue.message };
  return { column: [mapping.columns[field] ?? field].flat().join(', '), message: issue.message };
}
