import { describe, expect, it } from '@jest/globals';
import { codeOf } from './story.double.ts';

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

describe('the code of a pack with one number shifted', () => {
  it('says which number it is, in a code', () => {
    expect(codeOf('levels', { field: 'levels.2.solve', to: '36h' })).toBe('levels-levels-2-solve-36h');
  });

  it('is a code however long that is, and another one for another number', () => {
    const codes = ['12d', '13d'].map((to) => codeOf('cn-banks-insurers', { field: 'statutory.handling.within', to }));
    for (const code of codes) expect(code).toMatch(CODE);
    expect(new Set(codes).size).toBe(2);
  });
});
