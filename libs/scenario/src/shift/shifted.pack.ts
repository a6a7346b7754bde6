import { wholeDocument } from '@redress/packs';
import { changedDocument, type DocumentChange } from './changed.document.ts';
import { valueAt, withValueAt } from './document.numbers.ts';
import type { Shift } from './choose.shift.ts';

/** The document of a pack as plain values, with everything that it extends. Throws DocumentRefused when it is none. */
export function documentOf(text: string): unknown {
  return wholeDocument(text);
}

/** The same pack with these changes, under a code of its own. */
export function changedPack(text: string, changes: readonly DocumentChange[], code: string): string {
  return JSON.stringify(withValueAt(changedDocument(documentOf(text), changes), ['pack'], code));
}

/** Another version of the same pack. */
export function changedVersion(text: string, changes: readonly DocumentChange[], name: string): string {
  const changed = changedDocument(documentOf(text), changes);
  const version = String(valueAt(changed, ['version']));
  return JSON.stringify(withValueAt(changed, ['version'], `${version}-${name}`));
}

/** Packs are told apart by their hashes; the code only has to be one. */
const LONGEST_CODE = 40;

/** The same pack with one number shifted, under a code of its own. JSON is YAML too. */
export function shiftedDocument(document: unknown, shift: Shift, code: string): string {
  return JSON.stringify(
    withValueAt(withValueAt(document, shift.path, shift.to), ['pack'], code.slice(0, LONGEST_CODE)),
  );
}
