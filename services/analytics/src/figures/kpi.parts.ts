/** What is counted for a part of the KPIs: where, at which instant, and which of it. */
interface KpiPartRule {
  readonly view: string;
  readonly at: string;
  readonly is: string;
  /** Counts only once its due instant has passed, or it has a verdict. */
  readonly hasFallenDue?: true;
  /** Its answers have scores. */
  readonly scores?: true;
  /** A complaint counts once in a period, however often it came about. */
  readonly once?: true;
}

/** The parts of the KPIs of IMP-2, each with the complaints behind it: one table for the counts and for the lists. */
export const KPI_PARTS = {
  due: { view: 'counted_duties', at: 'due_at', is: 'true', hasFallenDue: true },
  late: { view: 'counted_duties', at: 'due_at', is: `counted.verdict IS DISTINCT FROM 'in-time'`, hasFallenDue: true },
  answered: { view: 'counted_surveys', at: 'answered_at', is: 'true', scores: true },
  'survey-sent': { view: 'counted_sendings', at: 'sent_at', is: 'true' },
  'survey-came-back': { view: 'counted_sendings', at: 'sent_at', is: 'counted.answered' },
  closed: { view: 'counted_closings', at: 'closed_at', is: 'true', once: true },
  'closed-for-good': { view: 'counted_closings', at: 'closed_at', is: 'counted.for_good', once: true },
  'first-round': { view: 'counted_closings', at: 'closed_at', is: 'counted.first_round', once: true },
  'followed-up': { view: 'counted_follow_ups', at: 'checked_at', is: 'true' },
  'stays-solved': { view: 'counted_follow_ups', at: 'checked_at', is: 'counted.solved' },
} as const satisfies Record<string, KpiPartRule>;

export type KpiPart = keyof typeof KPI_PARTS;

export const KPI_PART_CODES = Object.keys(KPI_PARTS) as [KpiPart, ...KpiPart[]];

/** What the counts and the lists ask of a part, whichever it is. */
export function partRule(part: KpiPart): KpiPartRule {
  return KPI_PARTS[part];
}
