import type { PackLibrary } from '../pack.library.ts';
import { suggestion } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { Source, type Located, type Path } from '../source.ts';
import { merged } from './merge.ts';
import { follow, inLayer, plainOf, problemOn, traced, type Layer, type Traced, type TracedMap } from './traced.ts';

/** More generations than anybody can keep in mind. */
const MOST_GENERATIONS = 10;
/** What a pack says of itself alone. */
const OWN = ['pack', 'version', 'title', 'extends'];

/** The document of a pack with all that it extends, of which every value knows the text that it stands in. */
export class WholeSource implements Located {
  readonly problems: readonly Problem[];
  readonly value: unknown;
  private readonly root: Traced;

  constructor(text: string, library: PackLibrary) {
    const wrong: Problem[] = [];
    this.root = whole({ source: new Source(text), name: null }, library, [], wrong);
    this.problems = wrong;
    this.value = plainOf(this.root);
  }

  problemAt(path: Path, message: string): Problem {
    return problemOn(follow(this.root, path).node, message);
  }

  problemAtKey(path: Path, key: string, message: string): Problem {
    const { node } = follow(this.root, path);
    const part = node.kind === 'map' ? node.parts.get(key) : undefined;
    if (part === undefined) return problemOn(node, message);
    return inLayer(part.layer, part.layer.source.problemAtKey(part.path.slice(0, -1), key, message));
  }

  has(path: Path): boolean {
    return follow(this.root, path).arrived;
  }
}

function whole(layer: Layer, library: PackLibrary, children: readonly string[], wrong: Problem[]): Traced {
  wrong.push(...layer.source.problems.map((problem) => inLayer(layer, problem)));
  const own = traced(layer.source.value, layer);
  const parent = own.kind === 'map' ? own.parts.get('extends') : undefined;
  if (own.kind !== 'map' || parent === undefined) return own;
  const line = [...children, nameIn(own)];
  const above = parentOf(parent, library, line, wrong);
  if (above === null) return own;
  const below = whole(above, library, line, wrong);
  return wrong.length > 0 || below.kind !== 'map' ? own : merged(inherited(below), own, wrong);
}

/** The document that is extended; null where there is none that could be. */
function parentOf(named: Traced, library: PackLibrary, line: readonly string[], wrong: Problem[]): Layer | null {
  const name = plainOf(named);
  const refuse = (message: string) => (wrong.push(problemOn(named, message)), null);
  if (typeof name !== 'string') return refuse('write the code of a pack, such as `levels` or `levels@1.0`');
  const found = library.find(name);
  if (found === null) return refuse(`there is no pack \`${name}\` to extend; ${suggestion(name, library.codes)}`);
  const called = `${found.code}@${found.version}`;
  if (line.includes(called)) {
    return refuse(`a pack cannot extend itself: ${[...line, called].join(' extends ')}; name another pack`);
  }
  if (line.length > MOST_GENERATIONS) return refuse(`at most ${MOST_GENERATIONS} packs extend one another`);
  return { source: new Source(found.text), name: found.name };
}

/** A later version may extend an earlier one, so a pack is known by both. */
function nameIn(own: TracedMap): string {
  const [code, version] = ['pack', 'version'].map((field) => own.parts.get(field));
  return `${code ? String(plainOf(code)) : 'it'}@${version ? String(plainOf(version)) : ''}`;
}

function inherited(below: TracedMap): TracedMap {
  return { ...below, parts: new Map([...below.parts].filter(([key]) => !OWN.includes(key))) };
}
