import type { Pack, Words } from '@redress/policy';
import { both, joined, say } from '../words/say.ts';
import { valueWords } from '../words/value.words.ts';
import { excerpts } from './excerpts.ts';
import { FIELD_WORDS } from './field.words.ts';
import { LEVEL_FLAGS, LEVEL_TIMES } from './level.sentences.ts';
import { changesBetween, type Change } from './pack.changes.ts';

/** What is different in the second pack, a sentence a change. Packs that differ in anything give at least one. */
export function diffPacks(from: Pack, to: Pack): Words[] {
  return changesBetween(from, to).map(sentenceOf);
}

function sentenceOf(change: Change): Words {
  const { path, kind, from, to } = change;
  const where = placeWords(path);
  if (kind === 'order') return say`${where}：顺序现为 ${itemsOf(to)}`.en`${where}: the order is now ${itemsOf(to)}`;
  if (kind === 'added') return say`${where}：新增 ${addedWords(to)}`.en`${where}: new is ${addedWords(to)}`;
  if (kind === 'removed')
    return say`${where}：不再有 ${addedWords(from)}`.en`${where}: no longer has ${addedWords(from)}`;
  return levelSentence(change) ?? changedSentence(where, change);
}

function levelSentence({ path, from, to }: Change): Words | null {
  const [list, level = '', field = ''] = path;
  if (list !== 'levels' || path.length !== 3) return null;
  const time = LEVEL_TIMES[field];
  if (time !== undefined) return time(level, valueWords(to), valueWords(from));
  const flag = LEVEL_FLAGS[field];
  if (flag === undefined) return null;
  if (to === true) return say`级别 ${level}：现在${flag}`.en`at level ${level}, from now on ${flag}`;
  return say`级别 ${level}：不再适用“${flag}”`.en`at level ${level} it is no longer so that ${flag}`;
}

function changedSentence(where: Words, { path, from, to }: Change): Words {
  const limit = path.includes('limits');
  const words = (value: unknown) => (limit && value === null ? { zh: '不限', en: 'without limit' } : valueWords(value));
  if (typeof from === 'string' && typeof to === 'string') {
    const [old, now] = excerpts(from, to);
    return say`${where}：现为“${now}”，原为“${old}”`.en`${where}: now "${now}" instead of "${old}"`;
  }
  return say`${where}：现为 ${words(to)}，原为 ${words(from)}`.en`${where}: now ${words(to)} instead of ${words(from)}`;
}

/** `level, 2, title`; `rung, leader, who is told`. */
function placeWords(path: readonly string[]): Words {
  if (path.length === 0) return { zh: '规则包', en: 'the pack' };
  return joined(
    path.map((part) => FIELD_WORDS[part] ?? both(part)),
    ' · ',
    ', ',
  );
}

/** What came or went: a text in quotation marks, anything else in words. */
function addedWords(value: unknown): Words {
  return typeof value === 'string' ? say`“${value}”`.en`"${value}"` : valueWords(value);
}

function itemsOf(list: unknown): Words {
  return Array.isArray(list) ? joined(list.map(valueWords), '、', ', ') : valueWords(list);
}
