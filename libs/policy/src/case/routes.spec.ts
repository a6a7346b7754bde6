import { describe, expect, it } from '@jest/globals';
import { MARKS } from './case-state.ts';
import { routesOf } from './routes.ts';

const to = (capability: string, code: string) => [{ to: { kind: 'capability', capability }, code }];

describe('what is marked tells at once (PRC-26)', () => {
  it.each([
    ['media', to('speak-to-media', 'media')],
    ['network', to('speak-to-media', 'media')],
    ['legal', to('advise-on-law', 'legal')],
    ['danger', to('lead', 'danger')],
    ['core-interest', to('lead', 'core-interest')],
    ['staff-safety', []],
    ['public-figure', [{ to: { kind: 'department-head' }, code: 'public-figure' }]],
    ['misconduct', to('read-restricted', 'misconduct')],
    ['extortion', []],
  ] as const)('%s', (mark, notices) => {
    expect(routesOf([mark])).toEqual(notices);
  });

  it('everybody whom any of the marks concerns, in their order', () => {
    expect(routesOf(MARKS).map(({ code }) => code)).toEqual([
      ...['media', 'media', 'legal', 'danger', 'core-interest', 'public-figure', 'misconduct'],
    ]);
    expect(routesOf([])).toEqual([]);
  });
});
