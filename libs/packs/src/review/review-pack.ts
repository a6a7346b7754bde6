import type { Calendars } from '@redress/policy';
import { checkWhole, type CompiledPack } from '../compile-pack.ts';
import { WholeSource } from '../extends/whole.source.ts';
import type { PackLibrary } from '../pack.library.ts';
import { inOrder } from '../read-document.ts';
import { shippedLibrary } from '../shipped.documents.ts';
import { calendarRemarks } from './calendar.review.ts';
import type { Finding } from './finding.ts';
import { gradingRemarks } from './grading.review.ts';
import { ladderRemarks } from './ladder.review.ts';
import { roleRemarks } from './roles.review.ts';
import { wordsRemarks } from './words.review.ts';

/** Everything to be said of a pack: `compiled` is null where it cannot be compiled. */
export interface Review {
  readonly compiled: CompiledPack | null;
  readonly findings: readonly Finding[];
}

/**
 * Looks at a pack as somebody who knows the process would: what is wrong, and what it would do that was hardly meant.
 * Pure but for the library.
 */
export function reviewPack(text: string, calendars: Calendars, library: PackLibrary = shippedLibrary): Review {
  const source = new WholeSource(text, library);
  const checked = checkWhole(source, text, { calendars: Object.keys(calendars) });
  if (!checked.ok) {
    return { compiled: null, findings: checked.problems.map((problem) => ({ ...problem, severity: 'error' })) };
  }
  const { pack } = checked.compiled;
  const remarks = [
    ...gradingRemarks(pack),
    ...ladderRemarks(pack),
    ...roleRemarks(pack),
    ...wordsRemarks(pack),
    ...calendarRemarks(pack, calendars),
  ];
  const findings = remarks.map(({ severity, path, message }) => ({ ...source.problemAt(path, message), severity }));
  return { compiled: checked.compiled, findings: inOrder(findings) };
}
