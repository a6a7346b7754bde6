/** One thing wrong with a document: where (1-based), what, and what would be right. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Name of the document that it stands in, where that is not the checked one but one that it extends. */
  readonly document?: string;
}

/** Either what was compiled, or everything that is wrong with the document, in its order. */
export type Checked<T> =
  { readonly ok: true; readonly compiled: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown where a document that has to be right is not. */
export class DocumentRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(sentenceOf).join('\n'));
    this.name = 'DocumentRefused';
  }
}

/** `12:5 what is wrong`, with the name of the document before it where it is another one. */
export function sentenceOf({ document, line, column, message }: Problem): string {
  return `${document === undefined ? '' : `${document}:`}${line}:${column} ${message}`;
}

/** `file:line:column what`: in `file`, unless the problem stands in another document. */
export function sentenceIn(file: string, problem: Problem): string {
  return sentenceOf({ ...problem, document: problem.document ?? file });
}

/** The compiled document. Throws DocumentRefused with all its problems. */
export function compiledOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new DocumentRefused(checked.problems);
  return checked.compiled;
}
