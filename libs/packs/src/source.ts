import type { Document, Node, Pair, ParsedNode } from 'yaml';
import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** Values that know where they stand. */
export interface Located {
  /** What keeps the values from being read at all; when there is anything, `value` is of no use. */
  readonly problems: readonly Problem[];
  readonly value: unknown;
  /** A problem at the value that the path leads to, or as near as the document goes. */
  problemAt(path: Path, message: string): Problem;
  /** A problem at the name of a field. */
  problemAtKey(path: Path, key: string, message: string): Problem;
  /** Whether the document says anything there. */
  has(path: Path): boolean;
}

/** A YAML text that knows where each of its values stands. */
export class Source implements Located {
  readonly problems: readonly Problem[];
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed<ParsedNode>;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    this.problems = this.document.errors.map((error) => this.at(error.pos[0], `not YAML: ${error.message}`));
    // Few aliases are enough for any rulebook; a document that unfolds without end is refused here.
    this.value = this.problems.length === 0 ? this.document.toJS({ maxAliasCount: 100 }) : null;
  }

  problemAt(path: Path, message: string): Problem {
    return this.at(this.offsetOf(path), message);
  }

  problemAtKey(path: Path, key: string, message: string): Problem {
    const { node: map } = this.walk(path);
    const pair = isMap(map) ? pairOf(map.items, key) : undefined;
    return this.at(pair ? startOf(pair.key) : this.offsetOf(path), message);
  }

  has(path: Path): boolean {
    return this.walk(path).arrived;
  }

  private at(offset: number, message: string): Problem {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col, message };
  }

  private offsetOf(path: Path): number {
    return this.walk(path).offset;
  }

  /** Follows the path as far as it goes. What is missing is shown at the name of the field that should hold it. */
  private walk(path: Path): { node: Node | null; offset: number; arrived: boolean } {
    let node: Node | null = this.resolve(this.document.contents);
    let offset = startOf(node);
    for (const step of path) {
      if (isMap(node)) {
        const pair = pairOf(node.items, String(step));
        if (!pair) return { node: null, offset, arrived: false };
        node = this.resolve(pair.value);
        offset = isMap(node) || isSeq(node) ? startOf(pair.key) : startOf(pair.value ?? pair.key);
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (item === undefined) return { node: null, offset, arrived: false };
        node = this.resolve(item);
        offset = startOf(item);
      } else return { node: null, offset, arrived: false };
    }
    return { node, offset, arrived: true };
  }

  private resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.document) ?? null;
    return isNode(node) ? node : null;
  }
}

function pairOf(items: readonly Pair<unknown, unknown>[], key: string): Pair<unknown, unknown> | undefined {
  return items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key)) === key);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
