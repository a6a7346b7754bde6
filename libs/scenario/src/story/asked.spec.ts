import { describe, expect, it } from '@jest/globals';
import { readAsked, shownInstead, valueOn } from './asked.ts';

const ANNA = '018f0000-0000-7000-8000-000000000001';
const shown = {
  serious: true,
  owner: ANNA,
  closing: null,
  marks: ['media', 'network'],
  clocks: [
    { kind: 'respond', dueAt: '+4h' },
    { kind: 'solve', dueAt: '+48h' },
  ],
  guidance: [{ zh: '先道歉', en: 'Say "sorry" first.' }],
};
const nameOf = (text: string) => (text === ANNA ? 'Anna' : text);

/** What is shown instead of what the text asks for; null where it is so. */
function instead(text: string): string | null {
  const asked = readAsked(text);
  if (asked === null) throw new Error(`${text} asks for nothing`);
  return shownInstead(asked, shown, nameOf);
}

describe('what is asked of what somebody is shown', () => {
  it.each([
    'serious is yes',
    'owner is Anna',
    'closing is none',
    'nothing.at.all is none',
    'marks is media, network',
    'marks has network',
    'clocks.respond.dueAt is +4h',
    'clocks.2.kind is solve',
    'clocks has +48h',
    'guidance says "先道歉"',
    'guidance says "Say "sorry" first"',
  ])('%s', (text) => {
    expect(instead(text)).toBeNull();
  });

  it.each([
    ['serious is no', 'serious is yes'],
    ['owner is Ben', 'owner is Anna'],
    ['marks has legal', 'marks is media, network'],
    ['owner has Anna', 'owner is Anna'],
    ['clocks.offer.dueAt is +4h', 'clocks.offer.dueAt is none'],
    ['guidance says "stay calm"', 'guidance is {"zh":"先道歉","en":"Say \\"sorry\\" first."}'],
  ])('%s is not so: %s', (text, said) => {
    expect(instead(text)).toBe(said);
  });

  it('is nothing where no value is asked for, or words stand without quotation marks', () => {
    expect([readAsked('owner'), readAsked('owner was Anna'), readAsked('guidance says sorry')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('does not find what the prototype has', () => {
    expect(valueOn('marks.constructor', shown)).toBeUndefined();
  });
});
