import { z } from 'zod';
import type { Person } from '../api.client.ts';
import type { DocumentChange } from '../shift/changed.document.ts';
import { changedVersion } from '../shift/shifted.pack.ts';
import { refusedBy, type ActAnswer } from './watched.complaint.ts';

/** What `change policy` says: the fields of the pack with their new values, who approves them, and from when (at once). */
const policyChange = z.strictObject({
  set: z.record(z.string(), z.unknown()),
  approvedBy: z.string().default('general manager'),
  from: z.iso.datetime().optional(),
});
const kept = z.object({ hash: z.string() });

/** A version of the policy as the story knows it. */
export interface PolicyVersion {
  readonly hash: string;
  readonly document: string;
}

export interface PolicyGround {
  readonly intake: string;
  readonly departments: readonly string[];
  /** The version that the story is told under now. */
  readonly document: string;
  /** How the story calls the new one. */
  readonly name: string;
  readonly personCalled: (who: string) => Person;
}

/** Keeps another version of the story's pack, has it approved, and puts it in force for its departments. */
export async function changePolicy(
  by: string,
  says: unknown,
  ground: PolicyGround,
): Promise<PolicyVersion | ActAnswer> {
  const { set, approvedBy, from } = policyChange.parse(says);
  const changes = Object.entries(set).map(([field, to]): DocumentChange => ({ field, to }));
  const document = changedVersion(ground.document, changes, ground.name);
  const [author, approver] = [ground.personCalled(by), ground.personCalled(approvedBy)];
  const stored = await author.post(`${ground.intake}/packs`, { document });
  if (stored.status >= 300) return refusedBy(stored);
  const { hash } = kept.parse(stored.body);
  const approved = await approver.post(`${ground.intake}/packs/${hash}/approvals`, {});
  if (approved.status >= 300) return refusedBy(approved);
  for (const departmentId of ground.departments) {
    const body = { departmentId, ...(from !== undefined && { activeFrom: from }) };
    const activated = await author.post(`${ground.intake}/packs/${hash}/activations`, body);
    if (activated.status >= 300) return refusedBy(activated);
  }
  return { hash, document };
}
