import { diffPacks } from '@redress/packs';
import type { Words } from '@redress/policy';
import { compiledNamed, shippedCalendars } from './pack.files.ts';

const SAME: Words = { zh: '两个规则包没有区别。', en: 'The two packs are the same.' };

/** Says what is different in the second pack, a sentence a change. */
export function diffCommand(from: string, to: string, language: keyof Words, say: (line: string) => void): number {
  const calendars = shippedCalendars();
  const sentences = diffPacks(compiledNamed(from, calendars).pack, compiledNamed(to, calendars).pack);
  for (const sentence of sentences.length === 0 ? [SAME] : sentences) say(sentence[language]);
  return 0;
}
