import { readDuration } from '@redress/packs';
import type { Budget } from '@redress/policy';

export type Path = readonly (string | number)[];

/** A length of time that the document of a pack gives, and where. */
export interface DurationAt {
  readonly path: Path;
  readonly text: string;
  readonly budget: Budget;
}

/** Every length of time in the document of a pack, in its order. */
export function durationsIn(value: unknown, path: Path = []): DurationAt[] {
  if (typeof value === 'string') {
    const budget = readDuration(value);
    return budget === null ? [] : [{ path, text: value, budget }];
  }
  return partsOf(value).flatMap(([key, part]) => durationsIn(part, [...path, key]));
}

/** What stands at the path; undefined where nothing does. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => partsOf(value).find(([name]) => name === key)?.[1], document);
}

/** The same document with something else at the path. */
export function withValueAt(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const change = (name: string | number, part: unknown) => (name === key ? withValueAt(part, rest, value) : part);
  if (Array.isArray(document)) return document.map((part, index) => change(index, part));
  const parts = partsOf(document);
  const added = rest.length === 0 && !parts.some(([name]) => name === key) ? [[key, value] as const] : [];
  return Object.fromEntries([...parts.map(([name, part]) => [name, change(name, part)] as const), ...added]);
}

/** The same document without what stands at the path. */
export function withoutValueAt(document: unknown, path: Path): unknown {
  const [parent, last] = [path.slice(0, -1), path.at(-1)];
  const left = partsOf(valueAt(document, parent)).filter(([name]) => name !== last);
  const list = Array.isArray(valueAt(document, parent));
  return withValueAt(document, parent, list ? left.map(([, part]) => part) : Object.fromEntries(left));
}

/** `levels.2.respond`, where an entry of a list is called by its code. */
export function pathCalled(field: string, document: unknown): Path {
  return field.split('.').reduce<Path>((path, name) => {
    const list = valueAt(document, path);
    if (!Array.isArray(list)) return [...path, name];
    const index = list.findIndex((entry) => codeOf(entry) === name);
    return [...path, index >= 0 ? index : Number(name)];
  }, []);
}

/** The field as people call it: the other way round. */
export function nameOfPath(path: Path, document: unknown): string {
  const names = path.map((key, index) => codeOf(valueAt(document, path.slice(0, index + 1))) ?? String(key));
  return names.join('.');
}

export function codeOf(entry: unknown): string | null {
  const [, code] = partsOf(entry).find(([name]) => name === 'code') ?? [];
  return typeof code === 'string' ? code : null;
}

function partsOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((part: unknown, index) => [index, part]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
