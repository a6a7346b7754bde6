import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../canonical.ts';
import { isAddressee, isBudget, isCondition } from '../words/value.words.ts';

/** One difference between two packs. In a path an entry of a list is called by its code. */
export interface Change {
  readonly path: readonly string[];
  readonly kind: 'changed' | 'added' | 'removed' | 'order';
  readonly from: unknown;
  readonly to: unknown;
}

/** Every difference between two values of compiled packs: where there is one, there is at least one change. */
export function changesBetween(from: unknown, to: unknown, path: readonly string[] = []): Change[] {
  if (isSame(from, to)) return [];
  if (from === undefined) return [{ path, kind: 'added', from, to }];
  if (to === undefined) return [{ path, kind: 'removed', from, to }];
  if (Array.isArray(from) && Array.isArray(to)) return listChanges(from, to, path);
  if (!isMap(from) || !isMap(to) || isWhole(from) || isWhole(to)) return [{ path, kind: 'changed', from, to }];
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return fields.flatMap((field) => changesBetween(from[field], to[field], [...path, field]));
}

function listChanges(from: readonly unknown[], to: readonly unknown[], path: readonly string[]): Change[] {
  const [before, after] = [codesOf(from), codesOf(to)];
  if (before === null || after === null) return itemChanges(from, to, path);
  const codes = [...new Set([...before, ...after])];
  const entry = (list: readonly unknown[], names: readonly string[], code: string) => list[names.indexOf(code)];
  const changes = codes.flatMap((code) =>
    changesBetween(entry(from, before, code), entry(to, after, code), [...path, code]),
  );
  const kept = (names: readonly string[], others: readonly string[]) => names.filter((name) => others.includes(name));
  const [old, now] = [kept(before, after), kept(after, before)];
  // A new entry between two others is said with what it stands before, since the first rule that holds decides.
  const placed = after.filter((code) => !before.includes(code)).some((code) => after.indexOf(code) < now.length);
  const inOrder = isSame(old, now) && !placed;
  return inOrder ? changes : [...changes, { path, kind: 'order', from: before, to: after }];
}

/** Entries without codes: which came, which went, or that they stand in another order. */
function itemChanges(from: readonly unknown[], to: readonly unknown[], path: readonly string[]): Change[] {
  const gone = without(from, to).map((item): Change => ({ path, kind: 'removed', from: item, to: undefined }));
  const come = without(to, from).map((item): Change => ({ path, kind: 'added', from: undefined, to: item }));
  const changes = [...gone, ...come];
  return changes.length > 0 ? changes : [{ path, kind: 'order', from, to }];
}

/** What the first list has and the second has not, each as often. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = other.map((item) => canonicalJson(item));
  return list.filter((item) => {
    const at = left.indexOf(canonicalJson(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The codes of a list whose entries all have one of their own; null for any other list. */
function codesOf(list: readonly unknown[]): string[] | null {
  const codes = list.map((item) => (isMap(item) && typeof item['code'] === 'string' ? item['code'] : null));
  const own = codes.filter((code) => code !== null);
  return own.length === list.length && new Set(own).size === own.length ? own : null;
}

/** Values that are said as a whole. */
function isWhole(value: object): boolean {
  return isBudget(value) || isCondition(value) || isAddressee(value);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}
