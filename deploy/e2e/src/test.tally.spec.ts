import { describe, expect, it } from '@jest/globals';
import { Tally } from './test.tally.ts';

const report = (passed: number, failed = 0, pending = 0, broken = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numRuntimeErrorTestSuites: broken,
  });

describe('the count of what was run', () => {
  it('ends with one plain line', () => {
    const tally = new Tally();
    tally.one('format', true);
    tally.jest('rules', report(7), 0);
    expect(tally.lines().at(-1)).toBe('8 passed, 0 failed');
  });

  it.each([
    ['a failed test', report(3, 1), 1, '3 passed, 1 failed'],
    ['a skipped test', report(3, 0, 2), 0, '3 passed, 2 failed'],
    ['a suite that could not run', report(3, 0, 0, 1), 1, '3 passed, 1 failed'],
    ['a run that left no report', null, 1, '0 passed, 1 failed'],
    ['an exit code without a failed test', report(3), 1, '3 passed, 1 failed'],
  ])('takes %s for a failure', (_, given, code, line) => {
    const tally = new Tally();
    tally.jest('rules', given, code);
    expect(tally.lines().at(-1)).toBe(line);
  });

  it('says how long each part took, before the faults', () => {
    const tally = new Tally();
    tally.took('rules', 61_400);
    tally.one('format', false);
    expect(tally.lines()).toEqual(['', '    61 s  rules', '', 'FAILED  format', '0 passed, 1 failed']);
  });

  it('misses tests that are known', () => {
    const tally = new Tally();
    tally.jest('rules', report(3), 0);
    tally.atLeast(4);
    expect(tally.failed).toBe(1);
  });
});
