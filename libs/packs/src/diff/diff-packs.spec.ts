import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Pack } from '@redress/policy';
import { compilePack } from '../compile-pack.ts';
import { shippedPackDocument } from '../shipped.ts';
import { diffPacks } from './diff-packs.ts';

const LEVELS = compilePack(shippedPackDocument('levels') ?? '').pack;

/** What is different in a pack that extends levels, in one language, beside its name. */
function differences(says: string, language: 'zh' | 'en' = 'en'): string[] {
  const text = `pack: levels\nversion: '2'\ntitle: { zh: 分级处理办法, en: Complaints by level }\nextends: levels\n${says}\n`;
  return diffPacks({ ...LEVELS, version: '2' }, compilePack(text).pack).map((sentence) => sentence[language]);
}

describe('the difference of two packs in words', () => {
  it.each([
    [
      `levels: [{ code: '2', respond: 3h }]`,
      'level 2 now answers in 3 h instead of 4 h',
      '级别 2 现须在 3 小时 内首次联系客户，原为 4 小时',
    ],
    [
      `levels: [{ code: '4', solve: 8 working days of cn-workdays }]`,
      'level 4 is now solved in 8 working days of cn-workdays instead of 10 working days of cn-workdays',
      '级别 4 现须在',
    ],
    [
      `levels: [{ code: '3', settledByReply: true }]`,
      'at level 3, from now on the owner may settle it by a general reply',
      '级别 3：现在可由负责人',
    ],
    [
      `levels: [{ code: '1', attemptsInOneDay: false }]`,
      'at level 1 it is no longer so that all attempts',
      '级别 1：不再适用',
    ],
    [`currency: EUR`, 'currency: now "EUR" instead of "CNY"', '币种：现为“EUR”'],
    [
      `roles: [{ code: handler, limits: { compensation: 800, goodwill: 100 } }]`,
      'role, handler, limits, compensation: now 800 instead of 500',
      '角色 · handler · 额度 · 赔偿：现为 800，原为 500',
    ],
    [
      `roles: [{ code: leader, limits: { compensation: 800000, goodwill: without limit } }]`,
      'compensation: now 800000 instead of without limit',
      '原为 不限',
    ],
    [
      `ladder: [{ code: leader, tells: [role leader, backup] }]`,
      'rung, leader, who is told: new is the backup',
      '通知：新增 备份人',
    ],
    [
      `onSite: [{ grade: 2, steps: [{ code: calm, title: { zh: 安抚, en: Calm }, within: 2m, by: role clerk of the department }] }]`,
      'by: the role clerk of the department',
      '本部门的角色“clerk”',
    ],
    [`fastLane: { words: { add: [smoke] } }`, 'fast lane, words of danger: new is "smoke"', '新增 “smoke”'],
    [`categories: [{ code: price, remove: true }]`, 'category, price: no longer has', '投诉分类 · price：不再有'],
    [`grading: { serious: { fact: media, is: true } }`, 'condition of serious: now media instead of', '现为 涉及媒体'],
    [
      `grading: { levels: [{ code: urgent, before: urgent-and-severe }] }`,
      'grading, level: the order is now core-interest, urgent, urgent-and-severe',
      '顺序现为',
    ],
    [
      `texts: { news: { en: Still at it. } }`,
      'text, news, English: now "Still at it." instead of "Your complaint',
      '文本 · news · 英文',
    ],
    [`kpi: { timeliness: 1, satisfaction: 1, resolution: 1 }`, 'weights of the KPIs: new is', '指标权重：新增'],
  ])('%s', (says, en, zh) => {
    expect(differences(says)).toEqual([expect.stringContaining(en)]);
    expect(differences(says, 'zh')).toEqual([expect.stringContaining(zh)]);
  });

  it('says nothing of what is the same', () => {
    expect(differences('')).toEqual([]);
  });

  it('says where a new rule stands, when it stands before others', () => {
    const rule = `{ code: noise, when: { fact: network, is: true }, gives: '2'`;
    expect(differences(`grading: { levels: [${rule} }] }`)).toHaveLength(1);
    const placed = differences(`grading: { levels: [${rule}, before: urgent }] }`);
    expect(placed.at(-1)).toContain('the order is now core-interest, urgent-and-severe, noise, urgent');
  });

  it('leaves nothing unsaid: any leaf that is another, any list that is longer, shorter or turned gives a line', () => {
    const unsaid = pathsIn(LEVELS, []).flatMap((path) =>
      waysOf(path).flatMap((way) => {
        const mutated = changedAt(LEVELS, path, (value) => mutationOf(value, way)) as Pack;

        const said = [...diffPacks(LEVELS, mutated), ...diffPacks(mutated, LEVELS)];
        const isSaid = said.length >= 2 && said.every(({ zh, en }) => zh.length > 5 && en.length > 5);
        return isSaid || isSame(mutated) ? [] : [`${path.join('.')} ${way}`];
      }),
    );
    expect(unsaid).toEqual([]);
  });
});

const isSame = (pack: Pack) => isDeepStrictEqual(pack, LEVELS);

/** A list changes in three ways, anything else in one. */
function waysOf(path: Path): number[] {
  const value = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], LEVELS);
  return Array.isArray(value) ? [0, 1, 2] : [0];
}

type Path = readonly (string | number)[];

function mutationOf(value: unknown, way: number): unknown {
  if (Array.isArray(value)) return [value.slice(1), [...value].reverse(), [...value, ...value.slice(0, 1)]][way];
  if (typeof value === 'number') return value + way + 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? 'department-head' : `${String(value)} more`;
}

/** Every scalar and every list in it. */
function pathsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Object.entries(value).flatMap(([key, part]) =>
    pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? [...parts, path] : parts;
}

function changedAt(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const parts = Object.entries(value as object).map(([name, part]): [string, unknown] => [
    name,
    name === String(key) ? changedAt(part, rest, change) : part,
  ]);
  const kept = parts.filter(([, part]) => part !== undefined);
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}
