/** A text of a pack in the languages the product speaks. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/**
 * Why a rule decided as it did: the rule's code and the facts and arithmetic it used (ids, codes, instants and
 * figures only, never a person's words). Every decision carries a list of these.
 */
export interface Because {
  readonly rule: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
