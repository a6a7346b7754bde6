import type { RefusalCode } from '@redress/policy';

/** The HTTP status of each refusal: 404 unseen, 403 not yours to do, 409 not now, 422 not so. */
export const REFUSAL_STATUS = {
  'not-visible': 404,
  'capability-missing': 403,
  'not-your-case': 403,
  'own-proposal': 403,
  'limit-too-low': 403,
  'leader-decides': 403,
  'out-of-order': 409,
  'stale-revision': 409,
  'already-told': 409,
  'already-done': 409,
  ended: 409,
  'key-used-for-another-body': 409,
  'no-such-matter': 422,
  'finding-contradicts': 422,
  'compensation-needs-responsibility': 422,
  'findings-missing': 422,
  'nothing-told': 422,
  'analysis-missing': 422,
  'rounds-used-up': 422,
} as const satisfies Record<RefusalCode, number>;

/** What to do about each refusal, in a sentence. */
export const REFUSAL_SENTENCE = {
  'not-visible': 'There is no such complaint, or it is not yours to see.',
  'capability-missing': 'Your role does not include this step; ask somebody who holds it.',
  'not-your-case': 'This step belongs to the owner or backup of the complaint.',
  'own-proposal': 'Nobody judges the own proposal; another approver has to.',
  'leader-decides': 'The complaint is serious; a leader has to judge it.',
  'limit-too-low': 'The amount is above your authority; it goes up to the next level.',
  'out-of-order': 'The complaint is not at the stage for this step.',
  'stale-revision': 'Somebody else has acted meanwhile; read the complaint again, then decide.',
  'already-told': 'The result has already been told in this round.',
  'already-done': 'This was already done.',
  ended: 'The complaint has ended; file a new one and name this number.',
  'key-used-for-another-body': 'This Idempotency-Key was used for another request; take a new key.',
  'no-such-matter': 'The complaint has no such matter.',
  'finding-contradicts': 'A matter cannot be both not true and upheld; one that cannot be verified is upheld.',
  'compensation-needs-responsibility':
    'Compensation needs a matter whose responsibility is ours or shared; goodwill does not.',
  'findings-missing': 'Each matter needs a finding first.',
  'nothing-told': 'The result has to be told first.',
  'analysis-missing': 'The cause has to be recorded before closing.',
  'rounds-used-up': 'All rounds are used up; only new facts reopen it. The ways outside are open.',
} as const satisfies Record<RefusalCode, string>;
