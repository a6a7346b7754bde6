import type { Decision, StatutoryDuty } from '@redress/policy';
import type { DueRung } from './duty.repository.ts';

/**
 * A duty that the law gives has run out (PRC-21): the customer is told what the pack says, once. It stays owed and late,
 * unless it was only a way that was open until then.
 */
export function statutoryPassedStep(due: Pick<DueRung, 'dueAt'>, duty: StatutoryDuty): Decision {
  const { code, mayLapse, tellsWhenPassed } = duty;
  return {
    changes: {},
    duties: mayLapse ? [{ kind: 'statutory', ref: code, does: 'passed' }] : [],
    entries: [
      {
        code: 'statutory-passed',
        facts: { duty: code, dueAt: due.dueAt, late: !mayLapse },
        because: [{ rule: 'clock.statutory', facts: { code, zh: duty.source.zh, en: duty.source.en } }],
      },
    ],
    notices: [],
    messages: tellsWhenPassed === null ? [] : [{ purpose: tellsWhenPassed }],
    others: [],
  };
}
