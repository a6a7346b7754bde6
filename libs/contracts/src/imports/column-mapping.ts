import { z } from 'zod';
import { ROW_FIELD_NAMES, type RowFieldName } from './row-fields.ts';

const column = z.string().trim().min(1).max(200);
const columns = z.array(column).min(1).max(20);
const field = z.enum(ROW_FIELD_NAMES as [RowFieldName, ...RowFieldName[]]);

/** Code of a file's value that stands for every value that is not named. */
export const EVERY_OTHER = '*';

/** How the columns of a file become a complaint: data, one a kind of file (INT-13). */
export const columnMapping = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    needs: columns.describe('columns by which a file of this kind is known'),
    columns: z.partialRecord(field, z.union([column, columns])).describe('several are joined'),
    codes: z
      .partialRecord(field, z.record(z.string().max(200), z.string().max(200)))
      .default({})
      .describe(`what the values of a file are called here; ${EVERY_OTHER} stands for every other one`),
    always: z
      .partialRecord(field, z.string().max(500))
      .default({})
      .describe('what each row says where its own cell is empty'),
    identity: columns.optional().describe('cells that make a row the same row; without it every cell that is read'),
    only: z
      .strictObject({ column, is: z.array(z.string().max(200)).min(1).max(50) })
      .optional()
      .describe('rows that are meant; others are left out'),
    utcOffset: z
      .string()
      .regex(/^([+-](0\d|1[0-4]):[0-5]\d|Z)$/, 'is an offset such as +08:00, or Z')
      .default('Z')
      .describe('of instants without an offset of their own'),
  })
  .meta({ id: 'ColumnMapping' });

export type ColumnMapping = z.output<typeof columnMapping>;
export type ColumnMappingInput = z.input<typeof columnMapping>;

/** Every column of a file that the mapping reads. */
export function columnsRead({ columns: mapped, only, identity }: ColumnMapping): Set<string> {
  return new Set([...Object.values(mapped).flat(), ...(only === undefined ? [] : [only.column]), ...(identity ?? [])]);
}
