import type { Problem } from '../problem.ts';

/** What a review says of a pack that can be compiled; `path` leads into the document. */
export interface Remark {
  readonly severity: 'error' | 'warning';
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A problem, and how grave it is: with errors the pack cannot be used, with warnings it does what was hardly meant. */
export interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

export function warning(path: Remark['path'], message: string): Remark {
  return { severity: 'warning', path, message };
}

export function error(path: Remark['path'], message: string): Remark {
  return { severity: 'error', path, message };
}
