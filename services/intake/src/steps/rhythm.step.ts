import type { CaseState, Decision, Instant } from '@redress/policy';
import type { DueRung } from './duty.repository.ts';

const NOTHING: Decision = { changes: {}, duties: [], entries: [], notices: [], messages: [], others: [] };

/**
 * What comes round again: news to the customer though there is nothing new, progress to those who were told (PRC-8,
 * PRC-25). After an outage it is said once, not once for every time that was missed.
 */
export function repeatStep(state: CaseState, due: DueRung, now: Instant): Decision {
  const { kind, firesAt } = due;
  const restart = { kind, does: 'restart', from: nextStart(due, now) } as const;
  if (kind === 'news') {
    const entries = [{ code: 'news-sent', facts: {}, because: [{ rule: 'clock.news', facts: { firesAt } }] } as const];
    return { ...NOTHING, duties: [restart], entries, messages: [{ purpose: 'news' }] };
  }
  // Progress goes upward: whoever owns it by now need not be told of the own work.
  const told = state.toldUpward.filter((personId) => personId !== state.owner);
  if (told.length === 0) return { ...NOTHING, duties: [restart] };
  const because = [{ rule: 'clock.progress', facts: { firesAt } }];
  return {
    ...NOTHING,
    duties: [restart],
    entries: [{ code: 'progress-reported', facts: { told: told.length }, because }],
    notices: told.map((personId) => ({ to: { kind: 'person', personId }, code: 'progress' })),
  };
}

/** The rhythm goes on from the due instant, or from now where that has been left far behind. */
function nextStart({ firesAt, dueAt, startedAt }: DueRung, now: Instant): Instant {
  const periodMs = Date.parse(dueAt) - Date.parse(startedAt);
  return Date.parse(firesAt) + periodMs <= Date.parse(now) ? now : firesAt;
}

/** The survey is sent, and reminded of (PRC-9). */
export function surveyStep(rung: string): Decision {
  const reminds = rung === 'remind';
  return {
    ...NOTHING,
    entries: [{ code: reminds ? 'survey-reminded' : 'survey-sent', facts: {}, because: [] }],
    messages: [{ purpose: reminds ? 'survey-reminder' : 'survey' }],
  };
}
