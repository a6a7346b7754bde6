import { suggestion } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { mergedByCode } from './merge-by-code.ts';
import { plainOf, problemOn, type Traced, type TracedList, type TracedMap } from './traced.ts';

/** Lists without codes to which a pack adds rather than saying them anew. */
const ADDED_TO = ['guidance'];
/** A map that says one of these is a condition: half of one condition and half of another would be a third. */
const CONDITION = ['all', 'any', 'not', 'fact'];

/**
 * What a pack says laid over what it extends: maps field by field, lists of entries with a `code` entry by entry, advice
 * added, anything else as the pack itself says it. `{ remove: true }` leaves out, `{ add: […] }` and `{ replace: […] }`
 * say for a list what is meant. What cannot be done is noted in `wrong`.
 */
export function merged(below: Traced, above: Traced, wrong: Problem[], name = ''): Traced {
  const told = listTold(above);
  if (told !== null) return told.how === 'add' ? joined(listOf(below), told.list) : told.list;
  if (above.kind === 'map' && below.kind === 'map') return isCondition(above) ? above : mergedMaps(below, above, wrong);
  if (above.kind !== 'list' || below.kind !== 'list') return above;
  if ([...below.items, ...above.items].some((item) => codeOf(item) !== null)) return mergedByCode(below, above, wrong);
  return ADDED_TO.includes(name) ? joined(below, above) : above;
}

function mergedMaps(below: TracedMap, above: TracedMap, wrong: Problem[]): TracedMap {
  const parts = new Map(below.parts);
  for (const [key, part] of above.parts) {
    const old = below.parts.get(key);
    if (!isRemoval(part)) parts.set(key, old === undefined ? withoutTelling(part) : merged(old, part, wrong, key));
    else if (!parts.delete(key)) {
      const right = suggestion(key, [...below.parts.keys()]);
      wrong.push(problemOn(part, `there is no \`${key}\` to leave out; ${right}`));
    }
  }
  return { ...above, parts };
}

/** `{ add: […] }` or `{ replace: […] }` where nothing stood: the list itself. */
function withoutTelling(part: Traced): Traced {
  return listTold(part)?.list ?? part;
}

function listTold(node: Traced): { how: 'add' | 'replace'; list: TracedList } | null {
  if (node.kind !== 'map' || node.parts.size !== 1) return null;
  const [[how, list] = ['', undefined]] = node.parts;
  return (how === 'add' || how === 'replace') && list?.kind === 'list' ? { how, list } : null;
}

function joined(below: TracedList | null, above: TracedList): TracedList {
  return { ...above, items: [...(below?.items ?? []), ...above.items] };
}

function listOf(node: Traced): TracedList | null {
  return node.kind === 'list' ? node : null;
}

function isCondition(map: TracedMap): boolean {
  return CONDITION.some((word) => map.parts.has(word));
}

/** `remove: true`, alone or beside a code. */
export function isRemoval(node: Traced): boolean {
  const remove = node.kind === 'map' ? node.parts.get('remove') : undefined;
  return remove !== undefined && plainOf(remove) === true;
}

/** The code of an entry of a list; null where it has none. */
export function codeOf(node: Traced): string | null {
  const code = node.kind === 'map' ? node.parts.get('code') : undefined;
  return code?.kind === 'value' && typeof code.value === 'string' ? code.value : null;
}
