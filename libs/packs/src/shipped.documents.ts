import { readFileSync, readdirSync } from 'node:fs';
import { headOf, libraryOf, type PackLibrary, type PackText } from './pack.library.ts';

/** Both `src` and `dist` lie beside the folders of the documents. */
const home = new URL('../', import.meta.url);

/** The texts of a folder and of the folders in it, by file name. */
export function textsIn(folder: string): string[] {
  const place = new URL(folder, home);
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => readFileSync(new URL(name, place), 'utf8'));
}

/** The documents of the packs that come with the product. */
export function shippedPackTexts(): PackText[] {
  return textsIn('packs/').flatMap((text) => {
    const head = headOf(text);
    return head === null ? [] : [{ ...head, name: head.code, text }];
  });
}

/** What comes with the product, to be extended. Read when it is first asked for: most documents extend nothing. */
export const shippedLibrary: PackLibrary = {
  find: (name) => shipped().find(name),
  get codes() {
    return shipped().codes;
  },
};

let kept: PackLibrary | null = null;
function shipped(): PackLibrary {
  kept ??= libraryOf(shippedPackTexts());
  return kept;
}
