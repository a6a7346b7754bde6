import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  checkPack,
  eitherLibrary,
  headOf,
  libraryOf,
  loadShippedCalendars,
  sentenceOf,
  shippedLibrary,
  type CompiledPack,
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
}

/** The calendars that come with the product. */
export function shippedCalendars(): Calendars {
  return Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
}

/** A file, or the code of a pack that comes with the product (`levels`, `levels@1.0`). Throws PolicyError. */
export function packNamed(name: string): NamedPack {
  if (existsSync(name)) return { name, text: readFileSync(name, 'utf8'), library: libraryBeside(name) };
  const shipped = shippedLibrary.find(name);
  if (shipped !== null) return { name, text: shipped.text, library: shippedLibrary };
  throw new PolicyError(
    `There is no file ${name}, and no pack of that name; known are ${shippedLibrary.codes.join(', ')}.`,
  );
}

/** The pack, compiled. Throws PolicyError with everything that is wrong. */
export function compiledNamed(name: string, calendars: Calendars): CompiledPack {
  const { text, library } = packNamed(name);
  const checked = checkPack(text, { calendars: Object.keys(calendars), library });
  if (checked.ok) return checked.compiled;
  throw new PolicyError(checked.problems.map((problem) => placeIn(name, problem)).join('\n'));
}

/** `file:line:column what`, wherever it stands. */
export function placeIn(name: string, problem: Parameters<typeof sentenceOf>[0]): string {
  return sentenceOf({ ...problem, document: problem.document ?? name });
}

function libraryBeside(file: string): PackLibrary {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && join(folder, name) !== join(file));
  const texts = names.flatMap((name): PackText[] => {
    const [path, text] = [join(folder, name), readFileSync(join(folder, name), 'utf8')];
    const head = headOf(text);
    return head === null ? [] : [{ ...head, name: relative('', path), text }];
  });
  return eitherLibrary(libraryOf(texts), shippedLibrary);
}
