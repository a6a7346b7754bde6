import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFound, phrasesOf, wordsAskedFor } from './search.phrase.ts';
import { unitsOf, wordsOf } from './tokeniser.ts';

const words = (text: string) => [...wordsOf(unitsOf(text))].sort();
const found = (question: string, ...texts: string[]) => isFound(phrasesOf(question), texts.map(unitsOf));
const TELLING =
  '我的电压力锅漏气，去4S店修了三次，订单号ORD-10045。The drivers never answered; Grace’s parcels are lost.';

describe('the words of a text', () => {
  it('are words without capitals and plural, and numbers apart from letters', () => {
    expect(words("Two PARCELS, ORD10045: Grace's addresses")).toEqual(
      ['10045', 'address', 'grace', 'ord', 'parcel', 'two'].sort(),
    );
  });

  it('are, in Chinese, pairs of characters and the ends of each run', () => {
    expect(words('电压力锅，漏气')).toEqual(['电', '电压', '压力', '力锅', '锅', '漏', '漏气', '气'].sort());
  });

  it('are the same in full width', () => {
    expect(words('ＯＲＤ１２')).toEqual(words('ord12'));
  });
});

describe('a question', () => {
  it.each([
    '漏气',
    '4S店',
    '4s 店',
    '订单号',
    'ord-10045',
    'ORD10045',
    'parcel',
    '"drivers never"',
    'lost 漏气',
    '锅',
    'grace',
  ])('finds %s', (question) => {
    expect(found(question, TELLING)).toBe(true);
  });

  it.each(['气漏', '漏气去', '"never drivers"', '4S店铺', 'ORD-1004', '微波炉', 'parcel 微波炉'])(
    'does not find %s',
    (question) => {
      expect(found(question, TELLING)).toBe(false);
    },
  );

  it('finds its words in different texts, and a passage only in one', () => {
    expect(found('kettle leaks', 'The kettle.', 'It leaks.')).toBe(true);
    expect(found('"kettle leaks"', 'The kettle.', 'It leaks.')).toBe(false);
  });

  it('asks the index for no lone Chinese character, and for nothing when it has no words', () => {
    expect([...wordsAskedFor(phrasesOf('锅'))]).toEqual([]);
    expect([...wordsAskedFor(phrasesOf('4S店'))]).toEqual(['4', 's', '店']);
    expect(phrasesOf(' ， "" !')).toEqual([]);
  });
});

const piece = fc.oneof(
  fc.constantFrom('电', '压', '力', '锅', '漏', '气', '店', ' ', '，', 'S', 's', '4', '10', "'s", 'parcels', '-', '"'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('whatever is written', () => {
  it('is found by each of its passages, and the index holds every word that the passage asks for', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (written, from, length) => {
        const units = unitsOf(written);
        const start = units.length === 0 ? 0 : from % units.length;
        const passage = units.slice(start, start + 1 + (length % 6));
        const phrases = passage.length === 0 ? [] : [passage];
        const index = wordsOf(units);
        expect(isFound(phrases, [units])).toBe(true);
        expect([...wordsAskedFor(phrases)].filter((word) => !index.has(word))).toEqual([]);
      }),
    );
  });

  it('is never found without its words being in the index', () => {
    fc.assert(
      fc.property(text, text, (question, written) => {
        const phrases = phrasesOf(question);
        const units = unitsOf(written);
        if (!isFound(phrases, [units])) return;
        const index = wordsOf(units);
        expect([...wordsAskedFor(phrases)].filter((word) => !index.has(word))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
