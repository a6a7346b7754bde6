/** One thing wrong with what was sent: where, and what. */
export interface InputFault {
  readonly path: string;
  readonly message: string;
  /** Where the fault lies inside a document, counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** The input cannot be taken: answered with 400, unless another status says more, and the list of what is wrong. */
export class InputError extends Error {
  constructor(
    readonly errors: readonly InputFault[],
    readonly code = 'invalid-input',
    readonly detail = 'Some of what was sent cannot be taken; see errors.',
    readonly status = 400,
  ) {
    super(code);
  }
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const MOST_FAULTS = 50;

/** The error for what a schema found. */
export function inputError(issues: readonly Issue[]): InputError {
  return new InputError(
    issues.slice(0, MOST_FAULTS).map(({ path = [], message }) => ({ path: pathText(path), message })),
  );
}

function pathText(path: NonNullable<Issue['path']>): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}
