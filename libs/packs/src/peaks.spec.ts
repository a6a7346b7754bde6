import { describe, expect, it } from '@jest/globals';
import { gradeReceipt, strategiesOf, TEXT_CODES } from '@redress/policy';
import { reviewPack } from './review/review-pack.ts';
import { loadShippedCalendars, loadShippedPacks } from './shipped.ts';
import { shippedPackTexts } from './shipped.documents.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
const texts = shippedPackTexts().filter(({ code }) => code.startsWith('peaks'));
const packs = loadShippedPacks().flatMap(({ pack }) => (pack.code.startsWith('peaks') ? [pack] : []));

function packCalled(code: string) {
  const found = packs.find((pack) => pack.code === code);
  if (found === undefined) throw new Error(`${code} is not shipped`);
  return found;
}

describe('the packs of the peaks', () => {
  it('are a base and six that extend it', () => {
    const extending = texts.filter(({ text }) => /^extends: peaks$/m.test(text)).map(({ code }) => code);
    expect(extending).toHaveLength(6);
    expect(texts).toHaveLength(7);
  });

  it.each(texts.map(({ code, text }) => ({ code, text })))('$code leaves nothing to be said', ({ text }) => {
    expect(reviewPack(text, calendars).findings).toEqual([]);
  });

  it.each(packs.map((pack) => ({ code: pack.code, pack })))('$code words every message', ({ pack }) => {
    expect(TEXT_CODES.filter((text) => pack.texts[text] === undefined)).toEqual([]);
  });

  it.each(['complaint-emergency', 'staff-absence', 'system-failure', 'external-event'])(
    'an incident of the kind %s is level 1, and its groups take part',
    (category) => {
      const pack = packCalled('peaks-incidents');
      expect(gradeReceipt({ category, urgency: 1, severity: 1, prevalence: 1 }, pack).level).toBe('1');
      const [its] = strategiesOf(pack, [category]);
      expect(its?.strategy.takesPart.length).toBeGreaterThan(1);
    },
  );

  it('an accident calls five groups, of which one speaks outside', () => {
    const pack = packCalled('peaks-accident');
    expect(strategiesOf(pack, ['accident'])[0]?.strategy.takesPart).toHaveLength(5);
    const speaking = pack.roles.filter(({ capabilities }) => capabilities.includes('speak-to-media'));
    expect(speaking.map(({ code }) => code)).toEqual(['information-group']);
  });
});
