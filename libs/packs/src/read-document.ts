import type { z } from 'zod';
import type { Problem } from './problem.ts';
import type { Located } from './source.ts';

/** The document in its schema's shape, or what is wrong with it, in the order in which it stands. */
export function readDocument<Schema extends z.ZodType>(
  source: Located,
  schema: Schema,
): { value: z.output<Schema> } | { problems: readonly Problem[] } {
  if (source.problems.length > 0) return { problems: source.problems };
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return { value: parsed.data };
  return { problems: inOrder(parsed.error.issues.map((issue) => problemOf(issue, source))) };
}

/** Problems from the top of the document to its end, those of a document that it extends after its own. */
export function inOrder<Found extends Problem>(problems: readonly Found[]): Found[] {
  const name = ({ document = '' }: Problem) => document;
  return [...problems].sort((a, b) => name(a).localeCompare(name(b)) || a.line - b.line || a.column - b.column);
}

function problemOf(issue: z.core.$ZodIssue, source: Located): Problem {
  const missing = source.has(issue.path) ? '' : 'missing; ';
  const message = `${nameOf(issue.path)}${missing}${issue.message}`;
  const [strange] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return strange === undefined
    ? source.problemAt(issue.path, message)
    : source.problemAtKey(issue.path, strange, message);
}

/** `levels.2.solve: `, so that a message says which field it is about even where that field is missing. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `;
}
