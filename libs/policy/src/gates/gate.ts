import type { Actor } from '../actor.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Terms } from '../case/terms.ts';
import type { Proposal } from '../case/case-state.ts';
import { rankOf } from '../redress/authority.ts';
import { covers, type Cost } from '../redress/limits.ts';
import { COMMANDS, type CommandName, type CommandRule, type Place } from './commands.ts';

/** An expected no: the code tells why, the facts tell what stood in the way. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Every refusal of a command, and of reading a complaint. */
export const REFUSAL_CODES = [
  ...(['not-visible', 'capability-missing', 'not-your-case', 'own-proposal', 'concerned'] as const),
  ...(['limit-too-low', 'leader-decides', 'higher-authority-decides'] as const),
  ...(['out-of-order', 'stale-revision', 'already-told', 'already-done', 'ended'] as const),
  ...(['no-such-matter', 'no-such-level', 'no-such-class', 'class-falls', 'nothing-to-change'] as const),
  ...(['same-department', 'no-hand-over', 'ruling-due', 'ruling-binds'] as const),
  ...(['person-not-identified', 'finding-contradicts', 'findings-missing'] as const),
  ...(['compensation-needs-responsibility', 'below-floor'] as const),
  ...(['no-such-request', 'no-such-task', 'tasks-open', 'no-such-option', 'offer-out', 'no-offer'] as const),
  ...(['never-pauses', 'already-paused', 'not-paused', 'no-date-to-give', 'date-too-late'] as const),
  ...(['no-extension-left', 'extension-too-late', 'no-grant'] as const),
  ...(['not-by-reply', 'attempts-missing', 'letter-not-allowed', 'by-word-of-mouth'] as const),
  ...(['no-arbitration-yet', 'goes-to-arbitration', 'lead-decides', 'in-a-mass', 'not-in-a-mass'] as const),
  ...(['nothing-told', 'analysis-missing', 'survey-open', 'nothing-due'] as const),
  ...(['rounds-used-up', 'not-merged', 'merge-other-way', 'other-not-open'] as const),
  ...(['no-such-complaint', 'no-such-pack', 'no-such-field', 'key-used-for-another-body'] as const),
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Gate = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

/** What reading depends on beside the reader. */
export interface Visibility extends Pick<
  CaseState,
  'departmentId' | 'owner' | 'backup' | 'tracker' | 'leader' | 'helpers' | 'concerned'
> {
  readonly access: 'open' | 'restricted';
  /** Departments that a request or a task waits for. */
  readonly asked: readonly string[];
}

/** How a complaint is seen: from its state and its label. */
export function visibilityOf(state: CaseState, access: Visibility['access']): Visibility {
  const { departmentId, owner, backup, tracker, leader, helpers, concerned } = state;
  return { departmentId, owner, backup, tracker, leader, helpers, concerned, access, asked: askedDepartments(state) };
}

/** The departments that are asked for something at the moment. */
export function askedDepartments({ requests, tasks }: Pick<CaseState, 'requests' | 'tasks'>): string[] {
  const named = [...Object.values(requests), ...Object.values(tasks)].flatMap((one) => one.departmentId ?? []);
  return [...new Set(named)].sort();
}

/** What is decided once, on the complaint that leads a mass complaint (INT-4). */
const LEAD_DECIDES: readonly CommandName[] = ['recordFinding', 'propose', 'settleByReply', 'merge', 'transferOut'];

const ALLOWED: Gate = { allowed: true };

/** A refusal as a gate's answer. */
export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}): Gate & { allowed: false } {
  return { allowed: false, refusal: { code, facts } };
}

/**
 * May this person read the complaint? A handler sees the own department's and those that ask it for something; restricted
 * ones need a grant (INT-7), and who is complained of sees nothing of the own case (PRC-3).
 */
export function mayRead(actor: Actor, complaint: Visibility): Gate {
  const can = (capability: Actor['capabilities'][number]) => actor.capabilities.includes(capability);
  if (complaint.concerned.includes(actor.id)) return refuse('not-visible');
  if (complaint.access === 'restricted' && !can('read-restricted')) return refuse('not-visible');
  if (can('read-all') || can('audit')) return ALLOWED;
  const departments = [complaint.departmentId, ...complaint.asked];
  const own = can('read-department') && actor.departmentId !== null && departments.includes(actor.departmentId);
  return own || isNamed(actor.id, complaint) ? ALLOWED : refuse('not-visible');
}

/**
 * Is the reader, who could read it before, told that it was handed over? Only the grant is missing; whom it concerns and
 * strangers find nothing (INT-15).
 */
export function seesHandedOver(actor: Actor, complaint: Visibility): boolean {
  if (complaint.access === 'open' || actor.capabilities.includes('read-restricted')) return false;
  return mayRead(actor, { ...complaint, access: 'open' }).allowed;
}

function isNamed(person: string, { owner, backup, tracker, leader, helpers }: Visibility): boolean {
  return [owner, backup, tracker, leader, ...helpers].includes(person);
}

/** May this actor ever take this step on this complaint, whatever its stage? */
export function mayAct(state: CaseState, terms: Terms, actor: Actor, command: CommandName): Gate {
  const rule: CommandRule = COMMANDS[command];
  if (actor.kind === 'system') return rule.place === 'system' ? ALLOWED : refuse('capability-missing');
  if (actor.kind === 'customer') return rule.place === 'customer' ? ALLOWED : refuse('capability-missing');
  if (!rule.needs.some((need) => actor.capabilities.includes(need))) {
    return refuse('capability-missing', { needs: rule.needs.join(' or ') });
  }
  if (state.concerned.includes(actor.id)) return refuse('concerned');
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
  if (state.mass === 'member' && LEAD_DECIDES.includes(command)) return refuse('lead-decides');
  if (command !== 'reopen') return ALLOWED;
  // Withdrawn or transferred it is over for the customer, whatever papers are still owed (PRC, Stages).
  if (state.closing === 'withdrawn' || state.closing === 'transferred')
    return refuse('out-of-order', { stage: state.stage });
  if (state.resultToldAt === null) return refuse('nothing-told');
  return ALLOWED;
}

/**
 * The approver is never the author (PRC-6) and has the authority that it needs: a leader's when serious (INT-21), that of
 * the round or after a refused offer (PRC-6a, PRC-10), and the limit for what it costs (PRC-5).
 */
function mayJudge(state: CaseState, terms: Terms, actor: Actor): Gate {
  const proposal = state.proposal;
  if (proposal === null) return ALLOWED;
  if (proposal.author === actor.id) return refuse('own-proposal');
  if (state.serious && terms.approvalWhenSerious && !actor.capabilities.includes('lead'))
    return refuse('leader-decides');
  const rank = rankOf(actor.roles, terms.authorities);
  if (state.authorityFloor > 0 && rank < state.authorityFloor) return refuse('higher-authority-decides', { rank });
  const cost = costOf(state, proposal);
  return actor.limits !== null && covers(actor.limits, cost) ? ALLOWED : refuse('limit-too-low', { ...cost });
}

/** The dearest option with what has been paid already, and the goodwill that may come on top (PRC-5, PRC-7). */
export function costOf(state: Pick<CaseState, 'interim'>, { options, goodwill }: Proposal): Cost {
  const dearest = Math.max(0, ...options.map((option) => option.compensation));
  return { compensation: dearest + state.interim, goodwill };
}

function stands(state: CaseState, actor: Actor, place: Place): boolean {
  const can = (capability: Actor['capabilities'][number]) => actor.capabilities.includes(capability);
  const handles = [state.owner, state.backup, state.head].includes(actor.id);
  switch (place) {
    case 'owner':
      return actor.id === state.owner;
    case 'handler':
      return handles;
    case 'asked':
      return handles || (actor.departmentId !== null && askedDepartments(state).includes(actor.departmentId));
    case 'head':
      return actor.id === state.head || can('coordinate');
    case 'handler-or-above':
      return handles || can('coordinate') || can('lead');
    case 'above':
      return actor.id === state.head || can('coordinate') || can('lead');
    case 'anybody':
    case 'customer':
      return true;
    default:
      return false;
  }
}
