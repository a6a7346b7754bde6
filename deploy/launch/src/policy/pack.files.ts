import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  calendarsAmong,
  checkPack,
  eitherLibrary,
  headOf,
  libraryOf,
  loadShippedCalendars,
  sentenceIn,
  sentenceOf,
  shippedLibrary,
  type CompiledPack,
  type NamedDocument,
  type PackLibrary,
  type PackText,
} from '@redress/packs';
import type { Calendars } from '@redress/policy';
import { PolicyError } from './policy.error.ts';

/** A pack as it was named on the command line. */
export interface NamedPack {
  readonly name: string;
  readonly text: string;
  /** What it may extend: the packs beside it, else those that come with the product. */
  readonly library: PackLibrary;
  /** Those that come with the product, and those that lie beside it. */
  readonly calendars: Calendars;
  /** What is wrong with calendars beside it, each as `file:line:column what`. */
  readonly calendarMistakes: readonly string[];
}

/** A file, or the code of a pack that comes with the product (`levels`, `levels@1.0`). Throws PolicyError. */
export function packNamed(name: string): NamedPack {
  if (existsSync(name)) return namedBeside(name, readFileSync(name, 'utf8'), documentsBeside(name));
  const shipped = shippedLibrary.find(name);
  if (shipped !== null) return namedBeside(name, shipped.text, []);
  throw new PolicyError(
    `There is no file ${name}, and no pack of that name; known are ${shippedLibrary.codes.join(', ')}.`,
  );
}

/** The pack, compiled, with the calendars that it may count by. Throws PolicyError with everything that is wrong. */
export function compiledNamed(name: string): CompiledPack & Pick<NamedPack, 'calendars'> {
  const { text, library, calendars, calendarMistakes } = packNamed(name);
  const checked = checkPack(text, { calendars: Object.keys(calendars), library });
  if (checked.ok) return { ...checked.compiled, calendars };
  const own = checked.problems.map((problem) => sentenceIn(name, problem));
  throw new PolicyError([...calendarMistakes, ...own].join('\n'));
}

function namedBeside(name: string, text: string, beside: readonly NamedDocument[]): NamedPack {
  const { calendars, mistakes } = calendarsAmong(beside);
  const all = [...loadShippedCalendars(), ...calendars].map(({ calendar }) => [calendar.code, calendar] as const);
  return {
    ...{ name, text, library: libraryWith(beside), calendars: Object.fromEntries(all) },
    calendarMistakes: mistakes.map(sentenceOf),
  };
}

function libraryWith(documents: readonly NamedDocument[]): PackLibrary {
  const texts = documents.flatMap(({ name, text }): PackText[] => {
    const head = headOf(text);
    return head === null ? [] : [{ ...head, name, text }];
  });
  return eitherLibrary(libraryOf(texts), shippedLibrary);
}

/** The other YAML files of the folder, called by their path from here. */
function documentsBeside(file: string): NamedDocument[] {
  const paths = readdirSync(dirname(file)).map((name) => join(dirname(file), name));
  const others = paths.filter((path) => /\.ya?ml$/.test(path) && path !== join(file));
  return others.map((path) => ({ name: relative('', path), text: readFileSync(path, 'utf8') }));
}
