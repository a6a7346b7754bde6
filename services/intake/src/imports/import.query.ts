import { columnMapping, SHIPPED_MAPPINGS, wholeNumber, type ColumnMapping } from '@redress/contracts';
import { inputError, InputError, RefusalError } from '@redress/service-kit';
import { z } from 'zod';

const LONGEST_MAPPING = 8_000;

/** How a file is loaded (INT-13). */
export const importQuery = z.strictObject({
  history: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .default(false)
    .describe('the rows are history: no clocks, no messages; each says how it ended'),
  mapping: z
    .string()
    .min(1)
    .max(LONGEST_MAPPING)
    .optional()
    .describe('name of a shipped mapping, or a mapping as JSON; without it the columns tell'),
  encoding: z.string().min(1).max(20).optional().describe('of a CSV: utf-8, gbk or utf-16; without it the bytes tell'),
  name: z
    .string()
    .max(100)
    .default('')
    .describe('rows are the same only within one name: give another one to load equal rows once more'),
});

const after = z
  .string()
  .regex(/^\d{1,15}$/, 'is the `next` of an earlier page')
  .transform(Number)
  .optional();

/** A page of imports. */
export const importsQuery = z.strictObject({ limit: wholeNumber(1, 100).default(50), after });

/** A page of the rows of an import. */
export const rowsQuery = z.strictObject({
  outcome: z.enum(['loaded', 'known', 'left-out', 'refused']).optional(),
  limit: wholeNumber(1, 1_000).default(100),
  after,
});

export type ImportsQuery = z.output<typeof importsQuery>;
export type RowsQuery = z.output<typeof rowsQuery>;
export type ImportQuery = z.output<typeof importQuery>;

/** The mapping that was asked for; null when the columns are to tell. Throws InputError, RefusalError 422. */
export function mappingAskedFor(mapping: string | undefined): ColumnMapping | null {
  if (mapping === undefined) return null;
  if (mapping.trimStart().startsWith('{')) return parsedMapping(mapping);
  const shipped = SHIPPED_MAPPINGS.find(({ name }) => name === mapping);
  if (shipped !== undefined) return shipped;
  throw new RefusalError(422, {
    code: 'no-such-mapping',
    facts: { mappings: SHIPPED_MAPPINGS.map(({ name }) => name) },
  });
}

function parsedMapping(text: string): ColumnMapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new InputError([{ path: 'mapping', message: 'is no JSON' }]);
  }
  const parsed = columnMapping.safeParse(given);
  if (parsed.success) return parsed.data;
  throw inputError(parsed.error.issues.map((issue) => ({ ...issue, path: ['mapping', ...issue.path] })));
}
