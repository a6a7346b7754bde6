import { describe, expect, it } from '@jest/globals';
import type { TrialReport } from '@redress/packs';
import { trialLines } from './trial.lines.ts';

const none = { before: 0, after: 0 };
const report: TrialReport = {
  complaints: 2,
  levels: [{ level: '3', complaints: { before: 2, after: 1 } }],
  serious: none,
  fastLane: none,
  clocks: [{ kind: 'solve', inTime: { before: 2, after: 1 }, late: { before: 0, after: 1 }, running: none }],
  rungs: [{ rung: 'backup', fired: { before: 0, after: 1 } }],
  work: { notices: { before: 1, after: 3 }, newsToCustomers: none, leadersApprovals: none },
  changed: [
    {
      number: 'R-1',
      level: { before: '3', after: '2' },
      late: { before: [], after: ['solve'] },
      rungs: { before: [], after: ['solve backup'] },
    },
  ],
};

describe('a trial on the command line', () => {
  it('is a table with what it was, what it would be, and the difference', () => {
    const lines = trialLines(report, 'en');
    expect(lines[0]).toBe('complaints tried: 2');
    expect(lines.find((line) => line.startsWith('solve, late'))?.split(/ +/)).toEqual([
      'solve,',
      'late',
      '0',
      '1',
      '+1',
    ]);
    expect(
      lines
        .find((line) => line.startsWith('level 3'))
        ?.split(/ +/)
        .slice(-3),
    ).toEqual(['2', '1', '-1']);
    expect(lines.at(-1)).toBe('  R-1  level 3 → 2; late – → solve; rung 0 → 1');
  });

  it('speaks Chinese, and says when nothing would be different', () => {
    expect(trialLines({ ...report, changed: [] }, 'zh').at(-1)).toBe('没有任何变化。');
    expect(trialLines(report, 'zh').at(-1)).toBe('  R-1  级别 3 → 2; 超时 – → 解决; 升级 0 → 1');
  });
});
