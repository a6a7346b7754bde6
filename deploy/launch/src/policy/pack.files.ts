import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  checkCalendar,
  checkPack,
  eitherLibrary,
  headOf,
  isCalendarDocument,
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

/** The calendars that come with the product, and those that lie beside the file; a broken one is no calendar. */
export function calendarsFor(name: string): Calendars {
  const own = existsSync(name) ? textsBeside(name).map(({ text }) => checkCalendar(text)) : [];
  const found = [...loadShippedCalendars(), ...own.flatMap((one) => (one.ok ? [one.compiled] : []))];
  return Object.fromEntries(found.map(({ calendar }) => [calendar.code, calendar]));
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

/** What is wrong with the calendars that lie beside the file, each as `file:line:column what`. */
export function calendarMistakes(name: string): string[] {
  const calendars = existsSync(name) ? textsBeside(name).filter(({ text }) => isCalendarDocument(text)) : [];
  return calendars.flatMap(({ path, text }) => {
    const checked = checkCalendar(text);
    return checked.ok ? [] : checked.problems.map((problem) => placeIn(relative('', path), problem));
  });
}

/** The pack, compiled. Throws PolicyError with everything that is wrong. */
export function compiledNamed(name: string): CompiledPack {
  const { text, library } = packNamed(name);
  const calendars = calendarsFor(name);
  const checked = checkPack(text, { calendars: Object.keys(calendars), library });
  if (checked.ok) return checked.compiled;
  const own = checked.problems.map((problem) => placeIn(name, problem));
  throw new PolicyError([...calendarMistakes(name), ...own].join('\n'));
}

/** `file:line:column what`, wherever it stands. */
export function placeIn(name: string, problem: Parameters<typeof sentenceOf>[0]): string {
  return sentenceOf({ ...problem, document: problem.document ?? name });
}

function libraryBeside(file: string): PackLibrary {
  const texts = textsBeside(file).flatMap(({ path, text }): PackText[] => {
    const head = headOf(text);
    return head === null ? [] : [{ ...head, name: relative('', path), text }];
  });
  return eitherLibrary(libraryOf(texts), shippedLibrary);
}

/** The other YAML files of the folder. */
function textsBeside(file: string): { path: string; text: string }[] {
  const paths = readdirSync(dirname(file)).map((name) => join(dirname(file), name));
  const others = paths.filter((path) => /\.ya?ml$/.test(path) && path !== join(file));
  return others.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
