import type { Pack } from '@redress/policy';
import { canonicalJson, hashOf } from './canonical.ts';
import { faultsOf } from './pack.checks.ts';
import type { PackDocument } from './pack.schema.ts';
import { packDocument } from './pack.schema.ts';
import type { Checked } from './problem.ts';
import { compiledOf } from './problem.ts';
import { inOrder, readDocument } from './read-document.ts';
import { Source } from './source.ts';

/** A pack as plain JSON, named by the hash of its canonical form: what a complaint pins (PRC-32). */
export interface CompiledPack {
  readonly pack: Pack;
  /** SHA-256 of `canonical`, 64 hex digits. */
  readonly hash: string;
  /** RFC 8785 JSON of `pack`. */
  readonly canonical: string;
}

/** What a document is checked against; without calendars, their names are taken on trust. */
export interface Surroundings {
  readonly calendars?: readonly string[];
}

/** Compiles the document of a pack. Throws DocumentRefused with everything that is wrong. */
export function compilePack(yamlText: string, surroundings: Surroundings = {}): CompiledPack {
  return compiledOf(checkPack(yamlText, surroundings));
}

/** Compiles the document of a pack, or says line by line what is wrong and what would be right. */
export function checkPack(yamlText: string, surroundings: Surroundings = {}): Checked<CompiledPack> {
  const source = new Source(yamlText);
  const read = readDocument(source, packDocument);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const pack = packOf(read.value);
  const faults = faultsOf(pack, surroundings.calendars ?? null);
  if (faults.length > 0) {
    return { ok: false, problems: inOrder(faults.map(({ path, message }) => source.problemAt(path, message))) };
  }
  const canonical = canonicalJson(pack);
  return { ok: true, compiled: { pack, hash: hashOf(canonical), canonical } };
}

function packOf({ pack, ...rest }: PackDocument): Pack {
  return { code: pack, ...rest };
}
