import { whyOf, type Because } from '@redress/policy';
import { z } from 'zod';

/** A reason: the rule's code and facts for programs, the sentence of each language for people (PRC-30). */
export const becauseView = z.array(
  z.strictObject({
    rule: z.string(),
    facts: z.record(z.string(), z.unknown()),
    words: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
);

export function showBecause(because: readonly Because[]): z.output<typeof becauseView> {
  return because.map((one) => ({ rule: one.rule, facts: { ...one.facts }, words: whyOf(one) }));
}
