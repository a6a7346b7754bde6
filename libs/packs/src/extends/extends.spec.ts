import { describe, expect, it } from '@jest/globals';
import { checkPack, compilePack, wholeDocument } from '../compile-pack.ts';
import { headOf, libraryOf, type PackLibrary, type PackText } from '../pack.library.ts';
import type { Problem } from '../problem.ts';
import { shippedLibrary } from '../shipped.documents.ts';
import { shippedPackDocument } from '../shipped.ts';

const LEVELS = shippedPackDocument('levels') ?? '';
const HEAD = `pack: hotel\nversion: '1'\ntitle: { zh: 酒店, en: Hotel }\n`;

function child(says: string, extending = 'levels'): string {
  return `${HEAD}extends: ${extending}\n${says}`;
}

function textOf(text: string): PackText {
  return { code: '', version: '', ...headOf(text), name: headOf(text)?.code ?? '', text };
}

/** The problems, each as `document|the text of its line from its column on | message`. */
function problemsOf(text: string, library: PackLibrary = shippedLibrary): string[] {
  const checked = checkPack(text, { calendars: ['cn-workdays'], library });
  const said = ({ document, line, column, message }: Problem) => {
    const lines = (document === undefined ? text : (library.find(document)?.text ?? '')).split('\n');
    return `${document ?? 'own'}|${(lines[line - 1] ?? '').slice(column - 1)} | ${message}`;
  };
  return checked.ok ? [] : checked.problems.map(said);
}

const pack = (says: string) => compilePack(child(says)).pack;
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

describe('a pack that extends another', () => {
  it('takes over everything but what it is called', () => {
    const { pack: levels } = compilePack(LEVELS);
    expect(pack('')).toEqual({ ...levels, code: 'hotel', version: '1', title: { zh: '酒店', en: 'Hotel' } });
    expect(problemsOf('extends: levels\n').join('\n')).toContain('pack: missing');
  });

  it('is hashed as the whole that it makes, however it is written', () => {
    const whole = JSON.stringify(wholeDocument(child(`currency: EUR`)));
    expect(compilePack(child(`currency: EUR`)).hash).toBe(compilePack(whole).hash);
    expect(compilePack(child(`currency: USD`)).hash).not.toBe(compilePack(whole).hash);
  });

  it('changes the fields that it names in the entry of that code', () => {
    const levels = pack(`levels: [{ code: '2', respond: 3h }]`).levels;
    expect(codes(levels)).toEqual(['1', '2', '3', '4']);
    expect(levels[1]).toMatchObject({ respond: { amount: 3 }, solve: { amount: 48 }, upAtOnceWhenUnsolvable: true });
  });

  it('adds a new code at the end, or before another', () => {
    const rule = (where: string) => `{ code: noise, when: { fact: network, is: true }, gives: '2'${where} }`;
    const rules = (where: string) => codes(pack(`grading: { levels: [${rule(where)}] }`).grading.levels);
    expect(rules('').at(-1)).toBe('noise');
    expect(rules(', before: urgent').slice(1, 4)).toEqual(['urgent-and-severe', 'noise', 'urgent']);
    const moved = pack(`grading: { levels: [{ code: urgent, before: core-interest }] }`).grading.levels;
    expect([codes(moved)[0], moved[0]?.gives]).toEqual(['urgent', '2']);
  });

  it('leaves out what it says to remove', () => {
    expect(codes(pack(`categories: [{ code: price, remove: true }]`).categories)).not.toContain('price');
    expect(pack(`texts: { offer: { remove: true } }`).texts.offer).toBeUndefined();
  });

  it('says a condition anew rather than mixing two', () => {
    const [rule] = pack(
      `grading: { levels: [{ code: urgent-and-severe, when: { fact: danger, is: true } }] }`,
    ).grading.levels.slice(1);
    expect(rule?.when).toEqual({ fact: 'danger', is: true });
    expect(pack(`grading: { serious: { fact: media, is: true } }`).grading.serious).toEqual({
      fact: 'media',
      is: true,
    });
  });

  it('changes one language of a text and keeps the other', () => {
    const { news } = pack(`texts: { news: { en: 'Still at it: {number}.' } }`).texts;
    expect(news).toEqual({ zh: expect.stringContaining('仍在处理中'), en: 'Still at it: {number}.' });
  });

  it('says lists without codes anew, adds to the advice, and either where it says so', () => {
    const advice = `{ stages: [closed], when: { all: [] }, text: { zh: 谢谢, en: Thanks } }`;
    const before = compilePack(LEVELS).pack;
    expect(pack(`mandatory: [description]`).mandatory).toEqual(['description']);
    expect(pack(`mandatory: { add: [mobile] }`).mandatory).toEqual([...before.mandatory, 'mobile']);
    expect(pack(`guidance: [${advice}]`).guidance).toHaveLength(before.guidance.length + 1);
    expect(pack(`guidance: { replace: [${advice}] }`).guidance).toHaveLength(1);
    const category = `{ code: room, title: { zh: 客房, en: Room } }`;
    expect(codes(pack(`categories: { replace: [${category}] }`).categories)).toEqual(['room']);
  });

  it('extends a pack that extends another', () => {
    const library = libraryOf([textOf(LEVELS), textOf(child(`currency: EUR`))]);
    const inn = `pack: inn\nversion: '1'\ntitle: { zh: 客栈, en: Inn }\nextends: hotel\nhandOver: 1h\n`;
    expect(compilePack(inn, { library }).pack).toMatchObject({ currency: 'EUR', handOver: { amount: 1 } });
  });

  it('may name the version that it extends; else it is the latest', () => {
    const euro = (version: string, currency: string) =>
      textOf(LEVELS.replace("version: '1.0'", `version: '${version}'`).replace('CNY', currency));
    const library = libraryOf([euro('1', 'EUR'), euro('2', 'USD')]);
    expect(compilePack(child('', 'levels@1'), { library }).pack.currency).toBe('EUR');
    expect(compilePack(child(''), { library }).pack.currency).toBe('USD');
  });
});

describe('what is wrong with a pack that extends another', () => {
  it.each([
    [`levels: [{ code: '2', respond: soon }]`, 'own|soon }]', '`soon` is no length of time'],
    [`levels: [{ code: '2', respnd: 3h }]`, 'own|respnd', 'did you mean `respond`?'],
    [`levels: [{ code: '5', rank: 5 }]`, 'own|{ code', 'respond: missing'],
    [`levels: [{ code: '9', remove: true }]`, 'own|{ code', 'no `9` to leave out; known are 1, 2, 3, 4'],
    [`levels: [{ code: '2', news: 1h }, { code: '2', news: 2h }]`, `own|{ code: '2', news: 2h`, 'changed twice'],
    [`kpi: { remove: true }`, 'own|kpi', 'there is no `kpi` to leave out'],
    [`grading: { levels: [{ code: urgent, before: urgnt }] }`, 'own|urgnt', '`urgnt` is no entry here'],
    [`roles: [{ code: general-manager, remove: true }]`, 'levels|role general-manager', 'is no role'],
    [`levels: [{ code: '4', remove: true }]`, `levels|'4'`, '`4` is no level'],
    [`handover: 1h`, 'own|handover: 1h', 'did you mean `handOver`?'],
  ])('%s', (says, place, message) => {
    const problems = problemsOf(child(says));
    expect(problems.find((problem) => problem.includes(place) && problem.includes(message)) ?? problems).toEqual(
      expect.any(String),
    );
  });

  it('is an unknown parent', () => {
    expect(problemsOf(child('', 'levls'))).toEqual([
      'own|levls | there is no pack `levls` to extend; did you mean `levels`?',
    ]);
    expect(problemsOf(child('', 'levels@7'))[0]).toContain('there is no pack `levels@7`');
    expect(problemsOf(child('', '[levels]'))[0]).toContain('write the code of a pack');
  });

  it('is none where a later version extends an earlier one', () => {
    const library = libraryOf([textOf(LEVELS), textOf(child(`currency: EUR`))]);
    const later = child(`handOver: 1h`, 'hotel@1').replace("version: '1'", "version: '2'");
    expect(compilePack(later, { library }).pack).toMatchObject({ version: '2', currency: 'EUR' });
  });

  it('is a circle', () => {
    const inn = `pack: inn\nversion: '2'\nextends: hotel\n`;
    const library = libraryOf([textOf(child('', 'inn')), textOf(inn)]);
    expect(problemsOf(inn, library)).toEqual([
      'hotel|inn | a pack cannot extend itself: inn@2 extends hotel@1 extends inn@2; name another pack',
    ]);
    expect(problemsOf(child('', 'hotel'), library)[0]).toContain('hotel@1 extends hotel@1');
  });

  it('is a parent that is no YAML, shown in the parent', () => {
    const library = libraryOf([{ name: 'broken', code: 'broken', version: '1', text: 'pack: broken\nlevels: [1\n' }]);
    expect(problemsOf(child('', 'broken'), library)[0]).toMatch(/^broken\|.*not YAML/);
  });
});
