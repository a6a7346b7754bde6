import { describe, expect, it } from '@jest/globals';
import type { Condition, Facts } from './condition.ts';
import { certainty, explain, holds } from './evaluate.ts';

const facts: Facts = { severity: 3, media: true, channel: 'hotline', categories: ['price', 'delivery'] };

describe('each comparison says what it asked (PRC-30)', () => {
  it.each([
    [
      { fact: 'severity', atLeast: 3 },
      { rule: 'condition.at-least', wanted: 3, holds: true, value: 3 },
    ],
    [
      { fact: 'severity', atMost: 2 },
      { rule: 'condition.at-most', wanted: 2, holds: false, value: 3 },
    ],
    [
      { fact: 'severity', known: true },
      { rule: 'condition.known', wanted: true, holds: true, value: 3 },
    ],
    [
      { fact: 'urgency', known: false },
      { rule: 'condition.known', wanted: false, holds: true },
    ],
    [
      { fact: 'media', is: true },
      { rule: 'condition.is', wanted: true, holds: true, value: true },
    ],
    [
      { fact: 'channel', in: ['letter', 'hotline'] },
      { rule: 'condition.in', wanted: 'letter, hotline', holds: true },
    ],
    [
      { fact: 'categories', is: 'delivery' },
      { rule: 'condition.is', wanted: 'delivery', holds: true },
    ],
  ] as const)('%j', (condition, { rule, ...said }) => {
    expect(explain(condition, facts)).toEqual({
      holds: said.holds,
      because: [{ rule, facts: { fact: condition.fact, ...said } }],
    });
  });

  it('turns the answer of `not` and keeps its reasons', () => {
    const answer = explain({ not: { fact: 'severity', atLeast: 3 } }, facts);
    expect([answer.holds, answer.because.length]).toEqual([false, 1]);
  });

  it('of all gives every reason where it holds, and of any the one that decided', () => {
    const parts: Condition[] = [
      { fact: 'severity', atLeast: 3 },
      { fact: 'media', is: true },
    ];
    expect(explain({ all: parts }, facts)).toMatchObject({ holds: true, because: [{}, {}] });
    const any = explain({ any: [{ fact: 'media', is: false }, ...parts] }, facts);
    expect([any.holds, any.because.map((one) => one.facts['fact'])]).toEqual([true, ['severity']]);
    expect(explain({ any: [] }, facts)).toEqual({ holds: false, because: [] });
    expect(explain({ all: [] }, facts)).toEqual({ holds: true, because: [] });
  });
});

describe('at the edge', () => {
  it('a figure counts as it is asked, and a text is no figure', () => {
    expect([2, 3, 4].map((severity) => holds({ fact: 'severity', atLeast: 3 }, { severity }))).toEqual([
      false,
      true,
      true,
    ]);
    expect([2, 3, 4].map((severity) => holds({ fact: 'severity', atMost: 3 }, { severity }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(holds({ fact: 'channel', atMost: 9 }, facts)).toBe(false);
    expect(holds({ fact: 'channel', atLeast: 0 }, facts)).toBe(false);
  });

  it('one value is looked for among several', () => {
    expect(holds({ fact: 'channel', in: ['e-mail', 'hotline'] }, facts)).toBe(true);
    expect(holds({ fact: 'categories', in: ['service', 'delivery'] }, facts)).toBe(true);
    expect(holds({ fact: 'categories', is: 'service' }, facts)).toBe(false);
    expect(holds({ fact: 'media', is: true }, facts)).toBe(true);
    expect(holds({ fact: 'media', is: false }, facts)).toBe(false);
  });

  it('it is certain where what is unknown cannot change it', () => {
    const unknown: Condition = { fact: 'urgency', atMost: 2 };
    expect(certainty({ any: [unknown, { fact: 'media', is: false }] }, facts)).toBeNull();
    expect(certainty({ any: [unknown, { fact: 'media', is: true }] }, facts)).toBe(true);
    expect(certainty({ all: [unknown, { fact: 'media', is: false }] }, facts)).toBe(false);
    expect(certainty({ all: [{ fact: 'severity', atLeast: 3 }] }, facts)).toBe(true);
    expect(certainty({ any: [{ fact: 'severity', atLeast: 4 }] }, facts)).toBe(false);
    expect(certainty({ not: { fact: 'severity', atLeast: 4 } }, facts)).toBe(true);
    expect(certainty({ fact: 'urgency', known: false }, facts)).toBe(true);
    expect(certainty({ fact: 'nothing', in: ['x'] }, facts)).toBe(false);
  });
});
