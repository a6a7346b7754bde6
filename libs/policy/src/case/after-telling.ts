import type { CaseChanges, CaseState } from './case-state.ts';
import type { DutyChange, Notice } from './decision.ts';
import { heldBy } from './tasks.ts';
import type { Terms } from './terms.ts';

/** Work that begins when the result has been told: the write-up of the case, the assessment of who caused it. */
export interface PapersOwed {
  readonly changes: CaseChanges;
  readonly duties: readonly DutyChange[];
  readonly notices: readonly Notice[];
}

/** Somebody who coordinates names a tracker where the class asks for one and nobody is named (PRC-27). */
export function trackerOwed(
  { class: its, tracker }: CaseState,
  { classes }: Pick<Terms, 'classes'>,
): readonly DutyChange[] {
  const tracked = classes.find(({ code }) => code === its)?.tracked === true && tracker === null;
  return tracked ? [{ kind: 'tracker', does: 'open', holder: { kind: 'capability', capability: 'coordinate' } }] : [];
}

/** Once the result is told: its class may ask for a write-up, the pack for an assessment where the fault is ours (PRC-11, PRC-27). */
export function papersOwed(state: CaseState, terms: Terms): PapersOwed {
  const rule = terms.classes.find(({ code }) => code === state.class);
  const writeUp = rule?.writtenUp === true && state.writeUp === 'none';
  const assesses = terms.assessmentBy ?? HEAD;
  const asked = terms.assessmentDue === 'when-ours' && state.grade >= terms.assessmentFromGrade;
  const assessment = asked && state.assessment === 'none' && isOurs(state);
  return {
    changes: { ...(writeUp ? { writeUp: 'due' } : {}), ...(assessment ? { assessment: 'due' } : {}) },
    duties: [
      ...(writeUp ? [{ kind: 'write-up', does: 'open' } as const] : []),
      ...(assessment ? [{ kind: 'assessment', does: 'open', ...heldBy(assesses) } as const] : []),
    ],
    notices: [
      ...(writeUp ? [{ to: { kind: 'owner' }, code: 'write-up-due' } as const] : []),
      ...(assessment ? [{ to: assesses, code: 'assessment-due' } as const] : []),
    ],
  };
}

const HEAD = { kind: 'department-head' } as const;

/** Responsibility that could not be established counts against no person (PRC-4). */
function isOurs({ findings }: CaseState): boolean {
  return Object.values(findings).some(
    ({ upheld, responsibility }) => upheld && (responsibility === 'ours' || responsibility === 'shared'),
  );
}
