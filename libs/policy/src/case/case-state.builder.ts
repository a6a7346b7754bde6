import type { Actor } from '../actor.ts';
import { aPack } from '../pack/pack.builder.ts';
import { newCase, type CaseState, type Proposal } from './case-state.ts';
import { resolveTerms, type Terms } from './terms.ts';

/** People of the specs. */
export const OWNER = '11111111-1111-4111-8111-111111111111';
export const BACKUP = '22222222-2222-4222-8222-222222222222';
export const HEAD = '33333333-3333-4333-8333-333333333333';
export const MATTER = '99999999-9999-4999-8999-999999999999';
export const REMEDY = '88888888-8888-4888-8888-888888888888';

/** A complaint of level 2 under investigation by its owner. */
export function caseState(changes: Partial<CaseState> = {}): CaseState {
  return {
    ...newCase({
      matters: [MATTER],
      kind: 'complaint',
      level: '2',
      class: '1',
      grade: 0,
      serious: false,
      fastLane: false,
      provisional: false,
      marks: [],
      departmentId: 'sales',
      ways: ['phone'],
      identification: 'none',
      missing: [],
    }),
    stage: 'investigating',
    owner: OWNER,
    backup: BACKUP,
    head: HEAD,
    assignmentDuty: null,
    accepted: true,
    ...changes,
  };
}

/** A proposal of its owner with one option. */
export function proposalOf(compensation: number, changes: Partial<Proposal> = {}): Proposal {
  const options = [{ compensation, remedy: REMEDY, costsCustomer: false }];
  return { author: OWNER, options, goodwill: 0, floor: null, aim: null, ...changes };
}

/** Terms of the sample pack that leave out offering, resolving and surveying. */
export function terms(changes: Partial<Terms> = {}): Terms {
  return {
    ...resolveTerms(aPack(), 'f'.repeat(64), { level: '2', class: '1' }),
    stagesLeftOut: ['offering', 'resolving', 'surveying'],
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
