import type { Json } from '@redress/policy';

/** What goes on to the process: ids, codes, instants and figures, and the ids of the texts that were stored. */
export interface StoredWords {
  readonly facts: Readonly<Record<string, Json>>;
  readonly textIds: readonly string[];
}

type Store = (field: string, words: string) => Promise<string>;

/**
 * Stores every text of a body, at whatever depth it lies, and puts its id in its place. `fields` are the names of those
 * that hold a person's words.
 */
export async function storeWords(body: object, fields: readonly string[], store: Store): Promise<StoredWords> {
  const textIds: string[] = [];
  const replace = async (value: unknown, name: string, path: string): Promise<Json> => {
    if (typeof value === 'string' && fields.includes(name)) {
      const id = await store(path, value);
      textIds.push(id);
      return id;
    }
    if (Array.isArray(value)) return inTurn(value, (item, index) => replace(item, name, `${path}.${index + 1}`));
    if (typeof value === 'object' && value !== null) return replaceFields(value, path);
    return value as Json;
  };
  const replaceFields = async (given: object, path: string): Promise<Record<string, Json>> => {
    const present = Object.entries(given).filter(([, value]) => value !== undefined);
    const entries = await inTurn(present, async ([name, value]) => {
      const replaced = await replace(value, name, path === '' ? name : `${path}.${name}`);
      return [name, replaced] as const;
    });
    return Object.fromEntries(entries);
  };
  return { facts: await replaceFields(body, ''), textIds };
}

/** One after the other: a transaction has one connection. */
async function inTurn<From, To>(
  items: readonly From[],
  make: (item: From, index: number) => Promise<To>,
): Promise<To[]> {
  const made: To[] = [];
  for (const [index, item] of items.entries()) made.push(await make(item, index));
  return made;
}
