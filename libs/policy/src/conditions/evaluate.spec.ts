import { describe, expect, it } from '@jest/globals';
import type { Condition } from './condition.ts';
import { certainty, explain, holds } from './evaluate.ts';

const severe: Condition = { fact: 'severity', atLeast: 3 };

describe('a condition', () => {
  it('compares figures, codes, yes and no', () => {
    expect(holds(severe, { severity: 3 })).toBe(true);
    expect(holds({ fact: 'severity', atMost: 2 }, { severity: 3 })).toBe(false);
    expect(holds({ fact: 'channel', is: 'hotline' }, { channel: 'hotline' })).toBe(true);
    expect(holds({ fact: 'channel', in: ['e-mail', 'letter'] }, { channel: 'hotline' })).toBe(false);
    expect(holds({ fact: 'media', is: true }, { media: false })).toBe(false);
  });

  it('asks of a list whether it holds the value', () => {
    expect(holds({ fact: 'categories', is: 'delivery' }, { categories: ['price', 'delivery'] })).toBe(true);
    expect(holds({ fact: 'categories', in: ['service'] }, { categories: ['price', 'delivery'] })).toBe(false);
  });

  it('is true of an unknown fact only when it asks for one that is not known', () => {
    for (const one of [severe, { fact: 'severity', atMost: 4 }, { fact: 'severity', known: true }] as const) {
      expect(holds(one, {})).toBe(false);
    }
    expect(holds({ fact: 'severity', known: false }, {})).toBe(true);
    expect(holds({ not: severe }, {})).toBe(true);
  });

  it('needs every part of all, one part of any', () => {
    const parts = [severe, { fact: 'urgency', atLeast: 3 }];
    expect(holds({ all: parts }, { severity: 3, urgency: 1 })).toBe(false);
    expect(holds({ any: parts }, { severity: 3, urgency: 1 })).toBe(true);
    expect(holds({ all: [] }, {})).toBe(true);
    expect(holds({ any: [] }, {})).toBe(false);
  });

  it('says what decided, and shows of a text only the code that the pack looked for', () => {
    const answer = explain({ any: [severe, { fact: 'place', is: 'lobby' }] }, { severity: 1, place: 'at my home' });
    expect(answer.holds).toBe(false);
    expect(answer.because).toEqual([
      { rule: 'condition.at-least', facts: { fact: 'severity', wanted: 3, holds: false, value: 1 } },
      { rule: 'condition.is', facts: { fact: 'place', wanted: 'lobby', holds: false } },
    ]);
  });

  it('stops explaining at the part that decided', () => {
    const answer = explain({ all: [severe, { fact: 'urgency', atLeast: 3 }] }, { severity: 1, urgency: 4 });
    expect(answer.because.map((one) => one.facts['fact'])).toEqual(['severity']);
  });

  it('is open while a figure that decides is unknown, but not for an unanswered yes or no', () => {
    const urgent: Condition = { fact: 'urgency', atLeast: 3 };
    expect(certainty({ all: [severe, urgent] }, { urgency: 4 })).toBeNull();
    expect(certainty({ all: [severe, urgent] }, { urgency: 1 })).toBe(false);
    expect(certainty({ any: [severe, urgent] }, { urgency: 4 })).toBe(true);
    expect(certainty({ not: severe }, {})).toBeNull();
    expect(certainty({ fact: 'media', is: true }, {})).toBe(false);
  });
});
