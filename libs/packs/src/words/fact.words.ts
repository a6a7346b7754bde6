import { FACT_WORDS, type Words } from '@redress/policy';

/** A fact as people say it; its own name where nobody has worded it. */
export function factWords(fact: string): Words {
  return (FACT_WORDS as Readonly<Record<string, Words>>)[fact] ?? { zh: fact, en: fact };
}
