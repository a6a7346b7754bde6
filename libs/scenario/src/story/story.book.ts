import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  calendarsAmong,
  checkPack,
  DocumentRefused,
  isCalendarDocument,
  loadShippedCalendars,
  sentenceIn,
  sentenceOf,
  shippedPackDocument,
} from '@redress/packs';
import { readStory } from './read-story.ts';
import type { Story } from './story.ts';

/** The stories told under one pack. */
export interface StoryBook {
  /** Code of the pack; the name of the stories' folder. */
  readonly pack: string;
  /** The pack as people write it. */
  readonly document: string;
  /** The calendars that lie beside the pack, as people write them. */
  readonly calendars: readonly string[];
  readonly stories: readonly Story[];
}

/** Where the stories of the product lie: a folder a pack. Both `src` and `dist` lie beside it. */
export const STORIES_FOLDER = fileURLToPath(new URL('../../stories/', import.meta.url));

export const PACK_FILE = 'pack.yaml';

/** A story or its pack that cannot be read: each mistake as `file:line:column what`. */
export class StoryRefused extends Error {}

/**
 * Every story, or those whose file is named like one of `only`, folder by folder. Throws StoryRefused with everything
 * that is wrong with any of them.
 */
export function loadStoryBooks(only: readonly string[] = [], folder = STORIES_FOLDER): StoryBook[] {
  const packs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return booksOf(
    packs.map(({ name: pack }) => ({
      folder: join(folder, pack),
      names: storyFilesIn(join(folder, pack)).filter(
        (name) => only.length === 0 || only.some((one) => isNamed(one, pack, name)),
      ),
      label: pack,
    })),
  );
}

/** The books with only some of their stories; a book with none is left out. */
export function withOnly(books: readonly StoryBook[], wanted: (story: Story) => boolean): StoryBook[] {
  return books
    .map((book) => ({ ...book, stories: book.stories.filter(wanted) }))
    .filter(({ stories }) => stories.length > 0);
}

/** Files of one folder, and what the folder is called where a mistake is told. */
export interface StoryFolder {
  readonly folder: string;
  readonly names: readonly string[];
  readonly label: string;
}

/** Reads these files, each folder under its pack. Throws StoryRefused with everything that is wrong with any of them. */
export function booksOf(folders: readonly StoryFolder[]): StoryBook[] {
  const wrong: string[] = [];
  const wanted = folders.filter(({ names }) => names.length > 0);
  const books = wanted.flatMap((one) => bookOf(one, wrong));
  if (wrong.length > 0) throw new StoryRefused(wrong.join('\n'));
  return books;
}

/** Everything in a folder that is a story. */
export function storyFilesIn(folder: string): string[] {
  return documentsIn(folder)
    .filter((name) => name !== PACK_FILE && !isCalendar(folder, name))
    .sort();
}

function documentsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
}

function isCalendar(folder: string, name: string): boolean {
  return isCalendarDocument(readFileSync(join(folder, name), 'utf8'));
}

function bookOf({ folder, names, label }: StoryFolder, wrong: string[]): StoryBook[] {
  const code = basename(folder);
  const beside = existsSync(join(folder, PACK_FILE));
  const document = beside ? readFileSync(join(folder, PACK_FILE), 'utf8') : shippedPackDocument(code);
  if (document === null) {
    wrong.push(`${label}: there is no pack ${code}, and no ${PACK_FILE} beside the stories`);
    return [];
  }
  const { calendars, mistakes } = calendarsAmong(
    documentsIn(folder).map((name) => ({ name: join(label, name), text: readFileSync(join(folder, name), 'utf8') })),
  );
  wrong.push(...mistakes.map(sentenceOf));
  const own = calendars.map(({ calendar }) => calendar.code);
  const pack = beside ? codeIn(document, own, join(label, PACK_FILE), wrong) : code;
  const stories = names.flatMap((name) => storyIn(join(folder, name), join(label, name), pack, wrong));
  return [{ pack, document, calendars: calendars.map(({ text }) => text), stories }];
}

/** The code of a pack that lies beside its stories; its mistakes are told like those of the stories. */
function codeIn(document: string, own: readonly string[], file: string, wrong: string[]): string {
  const calendars = [...loadShippedCalendars().map(({ calendar }) => calendar.code), ...own];
  const checked = checkPack(document, { calendars });
  if (checked.ok) return checked.compiled.pack.code;
  wrong.push(...sentencesOf(file, checked.problems));
  return '';
}

function storyIn(path: string, file: string, pack: string, wrong: string[]): Story[] {
  try {
    return [readStory(readFileSync(path, 'utf8'), { file, pack })];
  } catch (fault) {
    if (!(fault instanceof DocumentRefused)) throw fault;
    wrong.push(...sentencesOf(file, fault.problems));
    return [];
  }
}

function sentencesOf(file: string, problems: DocumentRefused['problems']): string[] {
  return problems.map((problem) => sentenceIn(file, problem));
}

/** A file may be named by its path, its name or its name without the ending. */
function isNamed(one: string, pack: string, name: string): boolean {
  const given = one.replace(/\.yaml$/, '');
  const full = `${pack}/${name.replace(/\.yaml$/, '')}`;
  return full === given || given.endsWith(`/${full}`) || full.endsWith(`/${given}`);
}
