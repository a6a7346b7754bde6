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
  'NOT_VISIBLE',
  'CAPABILITY_MISSING',
  'NOT_YOUR_CASE',
  'OWN_PROPOSAL',
  'LIMIT_TOO_LOW',
  'OUT_OF_ORDER',
  'STALE_REVISION',
  'NO_SUCH_MATTER',
  'FINDING_CONTRADICTS',
  'COMPENSATION_NEEDS_RESPONSIBILITY',
  'FINDINGS_MISSING',
  'NOTHING_TOLD',
  'ALREADY_TOLD',
  'ANALYSIS_MISSING',
  'ALREADY_DONE',
  'ROUNDS_USED_UP',
  'ENDED',
  'KEY_USED_FOR_ANOTHER_BODY',
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
  if (complaint.access === 'restricted' && !can('read-restricted')) return refuse('NOT_VISIBLE');
  if (can('read-all') || can('audit')) return ALLOWED;
  const own = can('read-department') && actor.departmentId === complaint.departmentId;
  const named = actor.id === complaint.owner || actor.id === complaint.backup;
  return own || named ? ALLOWED : refuse('NOT_VISIBLE');
}

/** May this actor ever take this step on this complaint, whatever its stage? */
export function mayAct(state: CaseState, actor: Actor, command: CommandName): Gate {
  const rule: CommandRule = COMMANDS[command];
  if (rule.place === 'customer') return actor.kind === 'customer' ? ALLOWED : refuse('CAPABILITY_MISSING');
  if (!rule.needs.some((need) => actor.capabilities.includes(need))) {
    return refuse('CAPABILITY_MISSING', { needs: rule.needs.join(' or ') });
  }
  if (rule.place === 'judge') return mayJudge(state, actor);
  return stands(state, actor, rule.place) ? ALLOWED : refuse('NOT_YOUR_CASE');
}

/**
 * May this actor take this step now (PRC-31)? Door, workflow and console ask this one function. Content (amounts,
 * matters) is the stage's own question.
 */
export function gate(state: CaseState, terms: Terms, actor: Actor, command: CommandName): Gate {
  if (state.stage === 'ended') return refuse('ENDED');
  const may = mayAct(state, actor, command);
  if (!may.allowed) return may;
  const rule: CommandRule = COMMANDS[command];
  if (!rule.stages.includes(state.stage)) return refuse('OUT_OF_ORDER', { stage: state.stage });
  if (command === 'reopen' && state.resultToldAt === null) return refuse('NOTHING_TOLD');
  if (command === 'reopen' && state.round >= terms.mostRounds)
    return refuse('ROUNDS_USED_UP', { rounds: terms.mostRounds });
  return ALLOWED;
}

/** The approver is never the author (PRC-6), and must have the authority that the proposal needs (PRC-5). */
function mayJudge(state: CaseState, actor: Actor): Gate {
  const proposal = state.proposal;
  if (proposal === null) return ALLOWED;
  if (proposal.author === actor.id) return refuse('OWN_PROPOSAL');
  return actor.limits !== null && covers(actor.limits, proposal)
    ? ALLOWED
    : refuse('LIMIT_TOO_LOW', { compensation: proposal.compensation, goodwill: proposal.goodwill });
}

/** Owner, or the backup who stands in, or the head of the department, who may take any of its cases. */
function stands(state: CaseState, actor: Actor, place: 'owner' | 'owner-or-backup'): boolean {
  if (actor.id === state.owner) return true;
  if (place === 'owner') return false;
  return actor.id === state.backup || actor.id === state.head;
}
