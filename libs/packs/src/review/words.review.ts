import type { Words } from '@redress/policy';
import { isWords } from '../words/value.words.ts';
import { warning, type Remark } from './finding.ts';

const HAN = /\p{Script=Han}/u;

/** Texts that say something in one language only: left untranslated, or with a place that the other does not have. */
export function wordsRemarks(value: unknown, path: readonly PropertyKey[] = []): Remark[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isWords(value)) return remarksOn(value, path);
  return Object.entries(value).flatMap(([key, part]) =>
    wordsRemarks(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function remarksOn({ zh, en }: Words, path: readonly PropertyKey[]): Remark[] {
  const untranslated = [
    ...(HAN.test(zh) || !/\p{L}/u.test(zh)
      ? []
      : [warning([...path, 'zh'], 'the Chinese text has no Chinese in it; translate it')]),
    ...(HAN.test(en) ? [warning([...path, 'en'], 'the English text has Chinese in it; translate it')] : []),
  ];
  const missing = [...placesIn(zh)].filter((place) => !placesIn(en).has(place)).map((place) => ['en', place] as const);
  const more = [...placesIn(en)].filter((place) => !placesIn(zh).has(place)).map((place) => ['zh', place] as const);
  return [
    ...untranslated,
    ...[...missing, ...more].map(([language, place]) =>
      warning([...path, language], `{${place}} stands in the other language and not here; say it in both`),
    ),
  ];
}

function placesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, place = '']) => place));
}
