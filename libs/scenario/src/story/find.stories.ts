import { existsSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import {
  booksOf,
  loadStoryBooks,
  PACK_FILE,
  storyFilesIn,
  StoryRefused,
  type StoryBook,
  type StoryFolder,
} from './story.book.ts';

/**
 * The stories that somebody calls: files and folders anywhere, seen from the folder `from`, or stories of the product by
 * name, such as `levels/handled-in-time`; every story of the product where none is called. Throws StoryRefused with
 * everything that is wrong.
 */
export function findStories(called: readonly string[], from: string): StoryBook[] {
  if (called.length === 0) return loadStoryBooks();
  const paths = called.filter((one) => existsSync(resolve(from, one)));
  const names = called.filter((one) => !paths.includes(one));
  const unknown = names.filter((name) => loadStoryBooks([name]).length === 0);
  if (unknown.length > 0)
    throw new StoryRefused(
      unknown.map((name) => `${name}: there is no such file, and no such story of the product`).join('\n'),
    );
  return [...booksOf(foldersOf(paths, from)), ...(names.length === 0 ? [] : loadStoryBooks(names))];
}

function foldersOf(paths: readonly string[], from: string): StoryFolder[] {
  const folders = new Map<string, Set<string>>();
  for (const path of paths.map((one) => resolve(from, one))) {
    const whole = statSync(path).isDirectory();
    const folder = whole ? path : dirname(path);
    const names = folders.get(folder) ?? new Set();
    for (const name of whole ? storyFilesIn(folder) : storyOf(path)) names.add(name);
    folders.set(folder, names);
  }
  return [...folders].map(([folder, names]) => ({ folder, names: [...names].sort(), label: relative(from, folder) }));
}

/** A pack alone is no story. */
function storyOf(path: string): string[] {
  const name = basename(path);
  if (name === PACK_FILE) throw new StoryRefused(`${path}: this is a pack; name a story beside it, or the folder`);
  return [name];
}
