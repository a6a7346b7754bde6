import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentRefused, shippedPackDocument } from '@redress/packs';
import { readStory } from './read-story.ts';
import type { Story } from './story.ts';

/** The stories told under one pack. */
export interface StoryBook {
  /** Code of the pack; the name of the stories' folder. */
  readonly pack: string;
  /** The pack as people write it. */
  readonly document: string;
  /** The pack lies beside its stories and is put in force for their departments; else it is the organisation's. */
  readonly ownPack: boolean;
  readonly stories: readonly Story[];
}

/** Where the stories of the product lie: a folder a pack. Both `src` and `dist` lie beside it. */
export const STORIES_FOLDER = fileURLToPath(new URL('../../stories/', import.meta.url));

const PACK_FILE = 'pack.yaml';

/** A story that cannot be read: each mistake as `file:line:column what`. */
export class StoryRefused extends Error {}

/**
 * Every story, or those whose file is named like one of `only`, folder by folder. Throws StoryRefused with everything
 * that is wrong with any of them.
 */
export function loadStoryBooks(only: readonly string[] = [], folder = STORIES_FOLDER): StoryBook[] {
  const wrong: string[] = [];
  const packs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const books = packs
    .map(({ name }) => bookOf(join(folder, name), only, wrong))
    .filter(({ stories }) => stories.length > 0);
  if (wrong.length > 0) throw new StoryRefused(wrong.join('\n'));
  return books;
}

/** The books with only some of their stories; a book with none is left out. */
export function withOnly(books: readonly StoryBook[], wanted: (story: Story) => boolean): StoryBook[] {
  return books
    .map((book) => ({ ...book, stories: book.stories.filter(wanted) }))
    .filter(({ stories }) => stories.length > 0);
}

function bookOf(folder: string, only: readonly string[], wrong: string[]): StoryBook {
  const pack = basename(folder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== PACK_FILE);
  const wanted = files.filter((name) => only.length === 0 || only.some((one) => isNamed(one, pack, name))).sort();
  const ownPack = existsSync(join(folder, PACK_FILE));
  const document = ownPack ? readFileSync(join(folder, PACK_FILE), 'utf8') : shippedPackDocument(pack);
  if (document === null)
    throw new StoryRefused(`${folder}: there is no pack ${pack}, and no ${PACK_FILE} beside the stories`);
  return { pack, document, ownPack, stories: wanted.flatMap((name) => storyIn(folder, name, pack, wrong)) };
}

function storyIn(folder: string, name: string, pack: string, wrong: string[]): Story[] {
  const file = `${pack}/${name}`;
  try {
    return [readStory(readFileSync(join(folder, name), 'utf8'), { file, pack })];
  } catch (fault) {
    if (!(fault instanceof DocumentRefused)) throw fault;
    wrong.push(...fault.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`));
    return [];
  }
}

/** A file may be named by its path, its name or its name without the ending. */
function isNamed(one: string, pack: string, name: string): boolean {
  const given = one.replace(/\.yaml$/, '');
  const full = `${pack}/${name.replace(/\.yaml$/, '')}`;
  return full === given || given.endsWith(`/${full}`) || full.endsWith(`/${given}`);
}
