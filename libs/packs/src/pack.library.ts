import { Source } from './source.ts';

/** The document of a pack that others may extend. */
export interface PackText {
  /** What problems in it are said to stand in: its code, or the name of its file. */
  readonly name: string;
  readonly code: string;
  readonly version: string;
  readonly text: string;
}

/** Packs that a document may extend, by `code` or by `code@version`. */
export interface PackLibrary {
  /** The pack of that name, the latest where it has several versions; null where there is none. */
  find(name: string): PackText | null;
  readonly codes: readonly string[];
}

/** A library of these documents; of two with one code and version the later one counts. */
export function libraryOf(texts: readonly PackText[]): PackLibrary {
  const [later, codes] = [[...texts].reverse(), [...new Set(texts.map(({ code }) => code))]];
  return {
    codes,
    find: (name) => later.find(({ code, version }) => name === code || name === `${code}@${version}`) ?? null,
  };
}

/** Looks in one library, then in another. */
export function eitherLibrary(first: PackLibrary, second: PackLibrary): PackLibrary {
  return {
    codes: [...new Set([...first.codes, ...second.codes])],
    find: (name) => first.find(name) ?? second.find(name),
  };
}

/** What a document says of itself before it is compiled; null where it is no pack. */
export function headOf(text: string): { code: string; version: string; extends: string | null } | null {
  const { value } = new Source(text);
  if (typeof value !== 'object' || value === null || !('pack' in value)) return null;
  const said = { version: null, extends: null, ...value };
  return {
    code: String(said.pack),
    version: String(said.version ?? ''),
    extends: typeof said.extends === 'string' ? said.extends : null,
  };
}
