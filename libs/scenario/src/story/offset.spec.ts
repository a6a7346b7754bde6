import { describe, expect, it } from '@jest/globals';
import { offsetText, readOffset } from './offset.ts';

describe('a time of a story', () => {
  it.each([
    ['+0', 0],
    ['+30m', 1_800_000],
    ['+2h10m', 7_800_000],
    ['+1d2h3m4s', 93_784_000],
  ])('%s is so many milliseconds after the receipt, and is written so', (text, ms) => {
    expect(readOffset(text)).toBe(ms);
    expect(offsetText(ms)).toBe(text);
  });

  it.each(['+', '0', '2h', '+2', '+h', '+2h 10m', '+10m2h', '-1h', ''])('%j is none', (text) => {
    expect(readOffset(text)).toBeNull();
  });

  it('is written in days and hours however it was given', () => {
    expect(offsetText(readOffset('+36h') ?? 0)).toBe('+1d12h');
  });
});
