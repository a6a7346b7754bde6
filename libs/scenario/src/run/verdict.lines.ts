import type { StoryVerdict } from './story.double.ts';

/** Why a verdict is no success, each as a sentence; empty for a story that came true and can fail. */
export function faultsOfVerdict(verdict: StoryVerdict): string[] {
  return [...verdict.failures, ...(verdict.copied ? proofFaults(verdict) : [])];
}

/** Why the story proves nothing. */
function proofFaults({ story, failures, shiftedFault, shiftedFailures, shift, notices }: StoryVerdict): string[] {
  const kept = notices.filter(({ red }) => !red).map(({ notice }) => notice.text);
  return [
    ...(shiftedFault === null ? [] : [`${story.file} under the shifted pack cannot be played: ${shiftedFault}`]),
    ...(shiftedFault === null && shiftedFailures.length === 0
      ? [`${story.file} came true although ${shift?.field} was ${shift?.to} instead of ${shift?.from}: it cannot fail.`]
      : []),
    ...kept.map((text) => `${story.file} does not miss "${text}": it cannot fail.`),
    ...(notices.length === 0 && failures.length === 0
      ? [`${story.file} tells nobody anything: it cannot miss a notice.`]
      : []),
  ];
}

/** What shows that the story could have failed. */
export function proofOf({ copied, shift, notices }: StoryVerdict): string {
  if (!copied) return '';
  return `red with ${shift?.field} ${shift?.to} for ${shift?.from}, red without any of ${notices.length} notices`;
}

/** A verdict as people read it: one line, and below it what was not as the story says. */
export function verdictLines(verdict: StoryVerdict): string[] {
  const faults = faultsOfVerdict(verdict);
  const { story, copied } = verdict;
  return faults.length === 0
    ? [`came true  ${story.file}: ${story.title}${copied ? ` (${proofOf(verdict)})` : ''}`]
    : [`FAILED     ${story.file}: ${story.title}`, ...faults.map((fault) => `             ${fault}`)];
}
