import type { Action } from './action.ts';

/** An open action of logistics, for the specs. */
export function anAction(other: Partial<Action> = {}): Action {
  return {
    id: '7d1a2f6c-8c1e-4a55-b7d3-2f0e9c4b6a18',
    complaintId: null,
    source: 'review',
    kind: 'corrective',
    stage: 'open',
    round: 1,
    ownerId: 'owner',
    departmentId: 'logistics',
    cause: null,
    plannedBy: 'head',
    plannedAt: '2026-12-01T00:00:00.000Z',
    clockFrom: '2026-12-01T00:00:00.000Z',
    dueAt: '2026-12-09T00:00:00.000Z',
    followUpAt: '2027-01-09T00:00:00.000Z',
    owedAt: '2026-12-09T00:00:00.000Z',
    doneAt: null,
    closedAt: null,
    sequence: 1,
    nextDueAt: null,
    ...other,
  };
}
