import type { RefusalCode } from '@redress/policy';

/** The HTTP status of each refusal: 404 unseen, 403 not yours to do, 409 not now, 422 not so. */
export const REFUSAL_STATUS = {
  NOT_VISIBLE: 404,
  CAPABILITY_MISSING: 403,
  NOT_YOUR_CASE: 403,
  OWN_PROPOSAL: 403,
  LIMIT_TOO_LOW: 403,
  OUT_OF_ORDER: 409,
  STALE_REVISION: 409,
  ALREADY_TOLD: 409,
  ALREADY_DONE: 409,
  ENDED: 409,
  KEY_USED_FOR_ANOTHER_BODY: 409,
  NO_SUCH_MATTER: 422,
  FINDING_CONTRADICTS: 422,
  COMPENSATION_NEEDS_RESPONSIBILITY: 422,
  FINDINGS_MISSING: 422,
  NOTHING_TOLD: 422,
  ANALYSIS_MISSING: 422,
  ROUNDS_USED_UP: 422,
} as const satisfies Record<RefusalCode, number>;

/** What to do about each refusal, in a sentence. */
export const REFUSAL_SENTENCE = {
  NOT_VISIBLE: 'There is no such complaint, or it is not yours to see.',
  CAPABILITY_MISSING: 'Your role does not include this step; ask somebody who holds it.',
  NOT_YOUR_CASE: 'This step belongs to the owner or backup of the complaint.',
  OWN_PROPOSAL: 'Nobody judges the own proposal; another approver has to.',
  LIMIT_TOO_LOW: 'The amount is above your authority; it goes up to the next level.',
  OUT_OF_ORDER: 'The complaint is not at the stage for this step.',
  STALE_REVISION: 'Somebody else has acted meanwhile; read the complaint again, then decide.',
  ALREADY_TOLD: 'The result has already been told in this round.',
  ALREADY_DONE: 'This was already done.',
  ENDED: 'The complaint has ended; file a new one and name this number.',
  KEY_USED_FOR_ANOTHER_BODY: 'This Idempotency-Key was used for another request; take a new key.',
  NO_SUCH_MATTER: 'The complaint has no such matter.',
  FINDING_CONTRADICTS: 'A matter cannot be both not true and upheld; one that cannot be verified is upheld.',
  COMPENSATION_NEEDS_RESPONSIBILITY:
    'Compensation needs a matter whose responsibility is ours or shared; goodwill does not.',
  FINDINGS_MISSING: 'Each matter needs a finding first.',
  NOTHING_TOLD: 'The result has to be told first.',
  ANALYSIS_MISSING: 'The cause has to be recorded before closing.',
  ROUNDS_USED_UP: 'All rounds are used up; only new facts reopen it. The ways outside are open.',
} as const satisfies Record<RefusalCode, string>;
