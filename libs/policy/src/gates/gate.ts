import type { Actor } from '../actor.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Terms } from '../case/terms.ts';
import { covers } from '../redress/limits.ts';
import { COMMANDS, type CommandName, type CommandRule } from './commands.ts';

/** An expected no: the code tells why, the facts tell what stood in the way. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Every refusal of a command, and of reading a complaint. */
export const REFUSAL_CODES = [
  'not-visible',
  'capability-missing',
  'not-your-case',
  'own-proposal',
  'limit-too-low',
  'leader-decides',
  'out-of-order',
  'stale-revision',
  'no-such-matter',
  'finding-contradicts',
  'compensation-needs-responsibility',
  'findings-missing',
  'nothing-told',
  'already-told',
  'analysis-missing',
  'already-done',
  'rounds-used-up',
  'ended',
  'key-used-for-another-body',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Gate = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

/** What reading and acting depend on beside the state. */
export interface Visibility {
  readonly departmentId: string;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly access: 'open' | 'restricted';
}

const ALLOWED: Gate = { allowed: true };

/** A refusal as a gate's answer. */
export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}): Gate & { allowed: false } {
  return { allowed: false, refusal: { code, facts } };
}

/** May this person read the complaint? A handler sees the own department's; restricted ones need a grant (INT-7). */
export function mayRead(actor: Actor, complaint: Visibility): Gate {
  const can = (capability: Actor['capabilities'][number]) => actor.capabilities.includes(capability);
  if (complaint.access === 'restricted' && !can('read-restricted')) return refuse('not-visible');
  if (can('read-all') || can('audit')) return ALLOWED;
  const own = can('read-department') && actor.departmentId === complaint.departmentId;
  const named = actor.id === complaint.owner || actor.id === complaint.backup;
  return own || named ? ALLOWED : refuse('not-visible');
}

/** May this actor ever take this step on this complaint, whatever its stage? */
export function mayAct(state: CaseState, terms: Terms, actor: Actor, command: CommandName): Gate {
  const rule: CommandRule = COMMANDS[command];
  if (rule.place === 'customer') return actor.kind === 'customer' ? ALLOWED : refuse('capability-missing');
  if (!rule.needs.some((need) => actor.capabilities.includes(need))) {
    return refuse('capability-missing', { needs: rule.needs.join(' or ') });
  }
  if (rule.place === 'judge') return mayJudge(state, terms, actor);
  return stands(state, actor, rule.place) ? ALLOWED : refuse('not-your-case');
}

/**
 * May this actor take this step now (PRC-31)? Door, workflow and console ask this one function. Content (amounts,
 * matters) is the stage's own question.
 */
export function gate(state: CaseState, terms: Terms, actor: Actor, command: CommandName): Gate {
  if (state.stage === 'ended') return refuse('ended');
  const may = mayAct(state, terms, actor, command);
  if (!may.allowed) return may;
  const rule: CommandRule = COMMANDS[command];
  if (!rule.stages.includes(state.stage)) return refuse('out-of-order', { stage: state.stage });
  if (command === 'reopen' && state.resultToldAt === null) return refuse('nothing-told');
  if (command === 'reopen' && state.round >= terms.mostRounds)
    return refuse('rounds-used-up', { rounds: terms.mostRounds });
  return ALLOWED;
}

/** The approver is never the author (PRC-6) and has the authority that it needs: a leader's when serious (PRC-5, INT-21). */
function mayJudge(state: CaseState, terms: Terms, actor: Actor): Gate {
  const proposal = state.proposal;
  if (proposal === null) return ALLOWED;
  if (proposal.author === actor.id) return refuse('own-proposal');
  if (state.serious && terms.approvalWhenSerious && !actor.capabilities.includes('lead'))
    return refuse('leader-decides');
  return actor.limits !== null && covers(actor.limits, proposal)
    ? ALLOWED
    : refuse('limit-too-low', { compensation: proposal.compensation, goodwill: proposal.goodwill });
}

/** Owner, or the backup who stands in, or the head of the department, who may take any of its cases. */
function stands(state: CaseState, actor: Actor, place: 'owner' | 'owner-or-backup'): boolean {
  if (actor.id === state.owner) return true;
  if (place === 'owner') return false;
  return actor.id === state.backup || actor.id === state.head;
}
