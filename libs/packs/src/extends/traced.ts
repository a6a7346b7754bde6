import type { Problem } from '../problem.ts';
import type { Path, Source } from '../source.ts';

/** One document of those that a pack is made of: its own, or one that it extends. */
export interface Layer {
  readonly source: Source;
  /** null for the document itself. */
  readonly name: string | null;
}

interface Place {
  readonly layer: Layer;
  /** Where it stands in the text of its layer. */
  readonly path: Path;
}
export type TracedMap = Place & { readonly kind: 'map'; readonly parts: ReadonlyMap<string, Traced> };
export type TracedList = Place & { readonly kind: 'list'; readonly items: readonly Traced[] };
type TracedValue = Place & { readonly kind: 'value'; readonly value: unknown };

/** A value of which every part knows the document that it stands in, and where. */
export type Traced = TracedMap | TracedList | TracedValue;

/** What a document says, traced. */
export function traced(value: unknown, layer: Layer, path: Path = []): Traced {
  if (Array.isArray(value)) {
    return { kind: 'list', layer, path, items: value.map((item, index) => traced(item, layer, [...path, index])) };
  }
  if (typeof value !== 'object' || value === null) return { kind: 'value', layer, path, value };
  const parts = Object.entries(value).map(([key, part]) => [key, traced(part, layer, [...path, key])] as const);
  return { kind: 'map', layer, path, parts: new Map(parts) };
}

/** The value without its traces. */
export function plainOf(node: Traced): unknown {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries([...node.parts].map(([key, part]) => [key, plainOf(part)]));
}

/** As far as the path leads. */
export function follow(root: Traced, path: Path): { node: Traced; arrived: boolean } {
  let node = root;
  for (const step of path) {
    const next = partAt(node, step);
    if (next === undefined) return { node, arrived: false };
    node = next;
  }
  return { node, arrived: true };
}

function partAt(node: Traced, step: PropertyKey): Traced | undefined {
  if (node.kind === 'map') return node.parts.get(String(step));
  return node.kind === 'list' ? node.items[Number(step)] : undefined;
}

/** A problem where the value stands. */
export function problemOn({ layer, path }: Place, message: string): Problem {
  return inLayer(layer, layer.source.problemAt(path, message));
}

/** A problem with the name of the document that it stands in. */
export function inLayer({ name }: Layer, problem: Problem): Problem {
  return name === null ? problem : { ...problem, document: name };
}
