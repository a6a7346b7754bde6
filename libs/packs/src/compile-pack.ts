import type { Pack } from '@redress/policy';
import { canonicalJson, hashOf } from './canonical.ts';
import { WholeSource } from './extends/whole.source.ts';
import { faultsOf } from './pack.checks.ts';
import type { PackLibrary } from './pack.library.ts';
import type { PackDocument } from './pack.schema.ts';
import { packDocument } from './pack.schema.ts';
import type { Checked } from './problem.ts';
import { compiledOf, DocumentRefused } from './problem.ts';
import { inOrder, readDocument } from './read-document.ts';
import { shippedLibrary } from './shipped.documents.ts';
import type { Located } from './source.ts';

/** A pack as plain JSON, named by the hash of its canonical form: what a complaint pins (PRC-32). */
export interface CompiledPack {
  readonly pack: Pack;
  /** SHA-256 of `canonical`, 64 hex digits. */
  readonly hash: string;
  /** RFC 8785 JSON of `pack`, with everything that it took over from the packs it extends. */
  readonly canonical: string;
  /** The text that it was compiled from. */
  readonly document: string;
}

/** What a document is checked against. */
export interface Surroundings {
  /** Without them, the names of calendars are taken on trust. */
  readonly calendars?: readonly string[];
  /** What it may extend; the packs that come with the product, unless given. */
  readonly library?: PackLibrary;
}

/** Compiles the document of a pack. Throws DocumentRefused with everything that is wrong. */
export function compilePack(yamlText: string, surroundings: Surroundings = {}): CompiledPack {
  return compiledOf(checkPack(yamlText, surroundings));
}

/** Compiles the document of a pack, or says line by line what is wrong and what would be right. */
export function checkPack(yamlText: string, surroundings: Surroundings = {}): Checked<CompiledPack> {
  return checkWhole(new WholeSource(yamlText, surroundings.library ?? shippedLibrary), yamlText, surroundings);
}

/** The same of a document that has been read already. */
export function checkWhole(source: Located, document: string, surroundings: Surroundings): Checked<CompiledPack> {
  const read = readDocument(source, packDocument);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const pack = packOf(read.value);
  const faults = faultsOf(pack, surroundings.calendars ?? null);
  if (faults.length > 0) {
    return { ok: false, problems: inOrder(faults.map(({ path, message }) => source.problemAt(path, message))) };
  }
  const canonical = canonicalJson(pack);
  return { ok: true, compiled: { pack, hash: hashOf(canonical), canonical, document } };
}

/**
 * The document with everything that it extends written out, as plain values in the shape that people write. Throws
 * DocumentRefused where there is nothing to be read.
 */
export function wholeDocument(yamlText: string, library: PackLibrary = shippedLibrary): unknown {
  const { value, problems } = new WholeSource(yamlText, library);
  if (problems.length > 0) throw new DocumentRefused(problems);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => field !== 'extends'));
}

function packOf({ pack, extends: _parent, ...rest }: PackDocument): Pack {
  return { code: pack, ...rest };
}
