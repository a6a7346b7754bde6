/**
 * The facts that grading conditions may ask of (INT-18..23), and the kind of their values. A yes/no that nobody has
 * answered is left out; figures run from 1 (least) to 4 (most), agitation from 0 to 3.
 */
export const GRADING_FACTS = {
  /** Harm to reputation and interest, 1–4. */
  severity: 'number',
  /** Act now or may wait, 1–4. */
  urgency: 'number',
  /** One case or many customers, 1–4. */
  prevalence: 'number',
  /** 1–4; a public figure counts as important. */
  customerImportance: 'number',
  /** On-site grade, 0–3 (INT-22). */
  agitation: 'number',
  importantCustomer: 'boolean',
  /** Anybody's answer to "is anybody in danger?" (INT-23). */
  danger: 'boolean',
  /** Words that the pack lists as signs of danger were found. */
  wordsOfDanger: 'boolean',
  lossOfProperty: 'boolean',
  /** Loss claimed, in the pack's currency. */
  lossClaimed: 'number',
  media: 'boolean',
  /** A public post; a private message is none. */
  network: 'boolean',
  legal: 'boolean',
  coreInterest: 'boolean',
  mass: 'boolean',
  /** Staff safety is threatened while the case runs (INT-21). */
  staffSafety: 'boolean',
  repeated: 'boolean',
  threatensToGoOutside: 'boolean',
  /** Has been outside other than to the media (INT-20). */
  hasBeenOutside: 'boolean',
  /** Has already complained to a news organisation (INT-20). */
  hasComplainedToMedia: 'boolean',
  /** Code of the pack's category of the first matter. */
  category: 'text',
  channel: 'text',
} as const;

export type GradingFact = keyof typeof GRADING_FACTS;

/** What may be asked of a complaint while it lives, for guidance and prepared lines (PRC-26, PRC-34). */
export const CASE_FACTS = {
  ...GRADING_FACTS,
  /** Codes of the pack. */
  level: 'text',
  class: 'text',
  kind: 'text',
  serious: 'boolean',
  fastLane: 'boolean',
  round: 'number',
  extortion: 'boolean',
  unreasonableDemands: 'boolean',
} as const;
