import type { Pack } from '@redress/policy';
import { suggestion } from './nearest.ts';
import type { Fault } from './pack.checks.ts';

/** The fact whose values a pack lists itself. */
const CATEGORY = 'category';

/** Categories that a condition asks for and the pack does not have: such a rule would never decide (INT-24). */
export function categoryFaults(pack: Pack): Fault[] {
  const known = pack.categories.map(({ code }) => code);
  return known.length === 0 ? [] : askedFor(pack, []).flatMap((one) => faultOf(one, known));
}

interface Asked {
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
}

/** Every value that is compared with the category, wherever a condition stands. */
function askedFor(part: unknown, path: readonly PropertyKey[]): Asked[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'fact' in part && part.fact === CATEGORY ? comparedIn(part, path) : [];
  return [...own, ...Object.entries(part).flatMap(([key, value]) => askedFor(value, [...path, keyOf(part, key)]))];
}

function comparedIn(condition: object, path: readonly PropertyKey[]): Asked[] {
  if ('is' in condition) return [{ path: [...path, 'is'], value: condition.is }];
  if (!('in' in condition) || !Array.isArray(condition.in)) return [];
  return condition.in.map((value: unknown, at) => ({ path: [...path, 'in', at], value }));
}

const keyOf = (part: object, key: string): PropertyKey => (Array.isArray(part) ? Number(key) : key);

function faultOf({ path, value }: Asked, known: readonly string[]): Fault[] {
  if (known.some((code) => code === value)) return [];
  return [{ path, message: `\`${String(value)}\` is no category; ${suggestion(String(value), known)}` }];
}
