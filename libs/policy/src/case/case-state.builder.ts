import type { Actor } from '../actor.ts';
import type { CaseState } from './case-state.ts';
import type { Terms } from './terms.ts';

/** People of the specs. */
export const OWNER = '11111111-1111-4111-8111-111111111111';
export const BACKUP = '22222222-2222-4222-8222-222222222222';
export const HEAD = '33333333-3333-4333-8333-333333333333';
export const MATTER = '99999999-9999-4999-8999-999999999999';

/** A complaint of level 2 under investigation by its owner. */
export function caseState(changes: Partial<CaseState> = {}): CaseState {
  return {
    stage: 'investigating',
    round: 1,
    matters: [MATTER],
    departmentId: 'sales',
    level: '2',
    class: '1',
    serious: false,
    fastLane: false,
    owner: OWNER,
    backup: BACKUP,
    head: HEAD,
    formerOwners: [],
    assignmentDuty: null,
    accepted: true,
    contactedAt: null,
    findings: {},
    proposal: null,
    approvedBy: null,
    returns: 0,
    resultToldAt: null,
    analysedAt: null,
    closing: null,
    ...changes,
  };
}

/** Terms that leave out offering, resolving and surveying. */
export function terms(changes: Partial<Terms> = {}): Terms {
  return {
    packHash: 'f'.repeat(64),
    stagesLeftOut: ['offering', 'resolving', 'surveying'],
    mostRounds: 2,
    approvalDue: 'above-limit',
    approvalWhenSerious: true,
    settledByReply: false,
    ...changes,
  };
}

/** A handler of the sales department who decides up to 500. */
export function actor(changes: Partial<Actor> = {}): Actor {
  return {
    id: OWNER,
    kind: 'person',
    roles: ['handler'],
    capabilities: ['handle', 'read-department'],
    departmentId: 'sales',
    limits: { compensation: 500, goodwill: 100 },
    ...changes,
  };
}
