import type { Json } from '../json.ts';
import type { CaseState, Finding } from './case-state.ts';
import type { OtherCommand } from './decision.ts';

/** Who a complaint that follows a lead belongs to; nobody yet while the lead itself has not been accepted (INT-4). */
export function massPlaces({
  owner,
  backup,
  head,
  accepted,
}: CaseState): Record<'owner' | 'backup' | 'head', string | null> {
  return accepted ? { owner, backup, head } : { owner: null, backup: null, head: null };
}

/** The one finding and the one proposal of the lead, for those that follow it; null before it has been decided (INT-4). */
export function massDecision(state: CaseState): Record<string, Json> | null {
  const { proposal, approvedBy, decidedRank } = state;
  const finding = oneFinding(state);
  if (state.mass !== 'lead' || proposal === null || finding === null || decidedRank < 0) return null;
  const options = proposal.options.map((option) => ({ ...option }));
  return { finding: { ...finding }, proposal: { ...proposal, options }, approvedBy, decidedRank, ...massPlaces(state) };
}

/** The command that takes the lead's decision to all that follow. */
export function toMembers(state: CaseState): OtherCommand[] {
  const facts = massDecision(state);
  return facts === null ? [] : [{ complaintId: 'mass-members', name: 'massDecided', facts }];
}

/** Of several matters one that was upheld counts for those who follow. */
function oneFinding({ findings }: CaseState): Finding | null {
  const found = Object.values(findings);
  return found.find(({ upheld }) => upheld) ?? found[0] ?? null;
}
