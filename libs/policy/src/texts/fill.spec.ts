import { describe, expect, it } from '@jest/globals';
import { fill } from './fill.ts';

describe('a text of the pack', () => {
  it('is filled with number and times', () => {
    expect(fill('No {number}, by {respondBy}.', { number: 'C-7', respondBy: '10:00' })).toBe('No C-7, by 10:00.');
  });

  it('shows a place that nobody filled, and fills nothing inside a value', () => {
    expect(fill('{number} {toString}', { number: '{number}' })).toBe('{number} {toString}');
  });
});
