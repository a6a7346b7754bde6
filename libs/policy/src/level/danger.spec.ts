import { describe, expect, it } from '@jest/globals';
import { namesDanger } from './danger.ts';
import { dimensionsOf, priorityOf } from './priority.ts';

const words = ['fire', 'gas leak', '着火', '4S店', '漏LPG'];
const names = (text: string) => namesDanger(text, words);

describe('words of danger (INT-23)', () => {
  it.each([
    'There is a FIRE!',
    'fire',
    'I smell a gas leak in the hall',
    '电池着火了',
    '去了4S店',
    '4S店manager',
    'car漏LPG',
    'Ｆｉｒｅ in the shop',
    'bonfire or fire, I do not know',
  ])('%s', (text) => {
    expect(names(text)).toBe(true);
  });

  it.each(['They fired him', 'a bonfire', 'gas leaks', 'fire2', '', '24S店', '漏LPGs', '火'])('not %s', (text) => {
    expect(names(text)).toBe(false);
  });

  it('are none where the pack lists none', () => {
    expect(namesDanger('fire', [])).toBe(false);
  });
});

describe('the priority (INT-18)', () => {
  it('is read from what the complaint was graded by', () => {
    expect(priorityOf(dimensionsOf({ urgency: 3, severity: 2, prevalence: 1, customerImportance: 4 }))).toBe(24);
    expect(priorityOf(dimensionsOf({ urgency: 3, danger: true }))).toBe(3);
    expect(dimensionsOf({})).toEqual({ urgency: null, severity: null, prevalence: null, customerImportance: null });
  });

  const none = { urgency: null, severity: null, prevalence: null, customerImportance: null };

  it('is urgency times the greater of severity and prevalence times the importance of the customer', () => {
    expect(priorityOf({ urgency: 3, severity: 2, prevalence: 4, customerImportance: 2 })).toBe(24);
    expect(priorityOf({ urgency: 3, severity: 4, prevalence: 2, customerImportance: 1 })).toBe(12);
    expect(priorityOf({ urgency: 4, severity: 4, prevalence: 4, customerImportance: 4 })).toBe(64);
  });

  it('counts what nobody has judged as the least', () => {
    expect(priorityOf(none)).toBe(1);
    expect(priorityOf({ ...none, urgency: 3 })).toBe(3);
    expect(priorityOf({ ...none, severity: 2 })).toBe(2);
    expect(priorityOf({ ...none, prevalence: 4 })).toBe(4);
  });
});
