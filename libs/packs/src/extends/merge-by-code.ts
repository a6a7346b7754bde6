import { suggestion } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { codeOf, isRemoval, merged } from './merge.ts';
import { plainOf, problemOn, type Traced, type TracedList } from './traced.ts';

/**
 * Two lists of entries with a `code`: an entry changes the fields that it names in the one of its code, a new code comes
 * at the end or, with `before: <code>`, before another; `{ code: …, remove: true }` leaves one out.
 */
export function mergedByCode(below: TracedList, above: TracedList, wrong: Problem[]): TracedList {
  const items = [...below.items];
  const seen = new Set<string>();
  for (const entry of above.items) {
    const code = codeOf(entry);
    if (code !== null && seen.has(code))
      wrong.push(problemOn(entry, `\`${code}\` is changed twice; say it in one entry`));
    if (code !== null) seen.add(code);
    lay(entry, items, wrong);
  }
  return { ...above, items };
}

function lay(entry: Traced, items: Traced[], wrong: Problem[]): void {
  const code = codeOf(entry);
  const at = code === null ? -1 : placeOf(code, items);
  const old = items[at];
  if (isRemoval(entry)) {
    if (old === undefined) wrong.push(problemOn(entry, `there is no \`${code}\` to leave out; ${known(code, items)}`));
    else items.splice(at, 1);
    return;
  }
  const { before, entry: content } = withoutPlace(entry);
  const laid = old === undefined ? content : merged(old, content, wrong);
  if (before === null) items.splice(old === undefined ? items.length : at, old === undefined ? 0 : 1, laid);
  else {
    if (old !== undefined) items.splice(at, 1);
    const place = placeOf(String(plainOf(before)), items);
    if (place >= 0) items.splice(place, 0, laid);
    else
      wrong.push(
        problemOn(before, `\`${String(plainOf(before))}\` is no entry here; ${known(plainOf(before), items)}`),
      );
  }
}

/** `before` says where a new entry stands and is none of its fields. */
function withoutPlace(entry: Traced): { before: Traced | null; entry: Traced } {
  const before = entry.kind === 'map' ? entry.parts.get('before') : undefined;
  if (entry.kind !== 'map' || before === undefined) return { before: null, entry };
  return { before, entry: { ...entry, parts: new Map([...entry.parts].filter(([key]) => key !== 'before')) } };
}

function placeOf(code: string, items: readonly Traced[]): number {
  return items.findIndex((item) => codeOf(item) === code);
}

function known(word: unknown, items: readonly Traced[]): string {
  return suggestion(
    String(word),
    items.map(codeOf).filter((code) => code !== null),
  );
}
