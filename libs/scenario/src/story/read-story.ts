import { DocumentRefused, inOrder, readDocument, Source, type Checked } from '@redress/packs';
import { faultsOf } from './story.checks.ts';
import type { Story, StoryItem, StoryPerson } from './story.ts';
import { storyDocument, type ItemDocument, type StoryDocument } from './story.schema.ts';

/** Where a story comes from: its file, and the pack that it is told under. */
export interface StoryOrigin {
  readonly file: string;
  readonly pack: string;
}

/** Reads a story, or says line by line what is wrong with it and what would be right. */
export function checkStory(text: string, origin: StoryOrigin): Checked<Story> {
  const source = new Source(text);
  const read = readDocument(source, storyDocument);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const faults = faultsOf(read.value);
  if (faults.length === 0) return { ok: true, compiled: storyOf(read.value, origin, source) };
  return { ok: false, problems: inOrder(faults.map(({ path, message }) => source.problemAt(path, message))) };
}

/** Reads a story. Throws DocumentRefused with everything that is wrong. */
export function readStory(text: string, origin: StoryOrigin): Story {
  const checked = checkStory(text, origin);
  if (!checked.ok) throw new DocumentRefused(checked.problems);
  return checked.compiled;
}

function storyOf(document: StoryDocument, { file, pack }: StoryOrigin, source: Source): Story {
  const { title, starts, departments, receipt, receivedBy, shift } = document;
  return {
    ...{ file, title, pack, startsAt: starts, departments, shift },
    people: Object.entries(document.people).map(([name, person]) => personOf(name, person)),
    receipt: { by: receivedBy, body: receipt },
    items: inOrderOfTime(document.story.flatMap((item, index) => itemsOf(item, index, source))),
  };
}

function personOf(name: string, { role: roles, ...person }: StoryDocument['people'][string]): StoryPerson {
  return { name, roles, ...person };
}

/** The lines that an entry stands for: one, or one each time that it comes round. */
function itemsOf(item: ItemDocument, index: number, source: Source): StoryItem[] {
  const lineOf = (...path: PropertyKey[]) => source.problemAt(['story', index, ...path], '').line;
  const { at, about, by, do: does, with: given, of, as } = item;
  const one = {
    line: lineOf(),
    about,
    act: does === undefined ? null : { by: by ?? '', does, with: given, of, as },
    expects: item.expect.map((expectation, place) => ({ ...expectation, line: lineOf('expect', place) })),
  };
  return timesOf(item, at).map((atMs) => ({ atMs, ...one }));
}

function timesOf({ every, until }: ItemDocument, at: number): number[] {
  if (every === undefined || until === undefined) return [at];
  return Array.from({ length: Math.max(1, Math.floor((until - at) / every) + 1) }, (_, index) => at + index * every);
}

/** Lines of one time stay in the order in which they are written. */
function inOrderOfTime(items: readonly StoryItem[]): StoryItem[] {
  return [...items].sort((a, b) => a.atMs - b.atMs);
}
