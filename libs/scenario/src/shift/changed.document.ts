import { DocumentRefused } from '@redress/packs';
import { pathCalled, valueAt, withoutValueAt, withValueAt } from './document.numbers.ts';

/** Something else at a place of a pack; `remove` leaves out what stands there. */
export type DocumentChange =
  { readonly field: string; readonly to: unknown } | { readonly field: string; readonly remove: true };

/** The document with these changes. Throws where it has no such place. */
export function changedDocument(document: unknown, changes: readonly DocumentChange[]): unknown {
  return changes.reduce((changed, change) => {
    const path = pathCalled(change.field, changed);
    const parent = valueAt(changed, path.slice(0, -1));
    const missing =
      'remove' in change ? valueAt(changed, path) === undefined : typeof parent !== 'object' || parent === null;
    if (missing) throw new DocumentRefused([{ line: 1, column: 1, message: `the pack has no ${change.field}` }]);
    return 'remove' in change ? withoutValueAt(changed, path) : withValueAt(changed, path, change.to);
  }, document);
}
