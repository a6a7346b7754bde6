/** The value of a fact: what a condition compares. */
export type FactValue = string | number | boolean | null | readonly string[];

/** The facts that a condition is asked of, by name. A fact that is not there is null. */
export type Facts = Readonly<Record<string, FactValue>>;

/** A typed match object (never code). `is` on a list asks whether the list holds the value. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly in: readonly (string | number)[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  | { readonly fact: string; readonly known: boolean };
