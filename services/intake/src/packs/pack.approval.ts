import { RefusalError } from '@redress/service-kit';

/** Who wrote a pack and who approved it; null for the product's own, and before anybody has. */
export interface PackApproval {
  readonly authorId: string | null;
  readonly approverId: string | null;
}

/** A pack of somebody's own needs a second person before it binds anybody. Throws RefusalError. */
export function demandApproved(hash: string, { authorId, approverId }: PackApproval): void {
  if (authorId !== null && approverId === null)
    throw new RefusalError(409, { code: 'pack-not-approved', facts: { hash } });
}
