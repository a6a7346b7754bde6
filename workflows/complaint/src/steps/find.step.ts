import type { Finding } from '@redress/policy';
import { entry, no, stageAfter, step, type TakeCommand } from './step.ts';

/** One matter's finding; when each matter has one, the deciding begins (PRC-4). */
export const recordFinding: TakeCommand<'recordFinding'> = (state, terms, command) => {
  const { matterId, isTrue, upheld, responsibility } = command.facts;
  if (!state.matters.includes(matterId)) return no('no-such-matter', { matterId });
  if (state.identification === 'due') return no('person-not-identified');
  if (contradicts({ isTrue, upheld, responsibility }))
    return no('finding-contradicts', { isTrue, upheld, responsibility });
  const findings = { ...state.findings, [matterId]: { isTrue, upheld, responsibility } };
  const complete = state.matters.every((id) => findings[id] !== undefined);
  const found = { ...entry('found', { isTrue, upheld, responsibility }), matterId };
  return step({ findings, stage: complete ? stageAfter('investigating', terms) : state.stage }, [found]);
};

/** Not true is never upheld; what cannot be verified is decided in the customer's favour, against nobody (PRC-4). */
function contradicts(finding: Finding): boolean {
  if (finding.isTrue === 'no') return finding.upheld;
  if (finding.isTrue === 'yes') return false;
  return !finding.upheld || finding.responsibility !== 'not-established';
}
