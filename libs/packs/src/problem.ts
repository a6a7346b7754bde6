/** One thing wrong with a document: where (1-based), what, and what would be right. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Either what was compiled, or everything that is wrong with the document, in its order. */
export type Checked<T> =
  { readonly ok: true; readonly compiled: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown where a document that has to be right is not. */
export class DocumentRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'));
    this.name = 'DocumentRefused';
  }
}

/** The compiled document. Throws DocumentRefused with all its problems. */
export function compiledOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new DocumentRefused(checked.problems);
  return checked.compiled;
}
