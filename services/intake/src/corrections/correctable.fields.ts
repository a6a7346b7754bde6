import { registerComplaint } from '@redress/contracts';
import type { z } from 'zod';

/** Where the register keeps a field: sealed with the person, as a text, or in a column of the matter or the complaint. */
export type FieldHome =
  | { readonly kept: 'complainant' }
  | { readonly kept: 'text'; readonly ofMatter: boolean }
  | { readonly kept: 'column'; readonly table: 'matters' | 'complaints'; readonly column: string };

/** A field of the record that can be corrected (INT-12), and what it takes. */
export interface CorrectableField {
  readonly home: FieldHome;
  readonly takes: z.ZodType;
  /** Its value is written in figures. */
  readonly isNumber: boolean;
}

const receipt = registerComplaint.shape;
const complainant = receipt.complainant.unwrap().shape;
const matter = receipt.matters.element.shape;

type Shape = Readonly<Record<string, z.ZodType>>;

const fields = (shape: Shape, names: readonly string[], home: (name: string) => FieldHome) =>
  names.map((name): [string, CorrectableField] => [
    name,
    { home: home(name), takes: shape[name] as z.ZodType, isNumber: AMOUNTS.includes(name) },
  ]);

const AMOUNTS = ['lossClaimed', 'amountInDispute'];
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ happenedAt: 'happened_at', departmentComplainedOf: 'department_complained_of' },
  ...{ lossClaimed: 'loss_claimed', amountInDispute: 'amount_in_dispute' },
};
const columnOf = (table: 'matters' | 'complaints') => (name: string) =>
  ({ kept: 'column', table, column: COLUMNS[name] ?? name }) as const;

/** What is graded, owned or timed has commands of its own; the rest of the record is corrected. */
export const CORRECTABLE: ReadonlyMap<string, CorrectableField> = new Map([
  ...fields(
    complainant,
    Object.keys(complainant).filter((name) => name !== 'important'),
    () => ({ kept: 'complainant' }),
  ),
  ...fields(receipt, ['description', 'wish'], () => ({ kept: 'text', ofMatter: false })),
  ...fields(receipt, ['channel', 'language'], columnOf('complaints')),
  ...fields(matter, ['reason', 'product', 'reference', 'place', 'personComplainedOf'], () => ({
    ...{ kept: 'text', ofMatter: true },
  })),
  ...fields(matter, ['category', 'happenedAt', 'departmentComplainedOf', ...AMOUNTS], columnOf('matters')),
]);

/** True for a field of which each matter has its own. */
export function isOfMatter({ home }: CorrectableField): boolean {
  return (home.kept === 'text' && home.ofMatter) || (home.kept === 'column' && home.table === 'matters');
}

/** The value of a correction as the field keeps it; null when the field does not take it. */
export function valueFor({ takes, isNumber }: CorrectableField, words: string): string | number | null {
  const parsed = takes.safeParse(isNumber ? Number(words) : words.trim());
  return parsed.success ? (parsed.data as string | number) : null;
}
