import { describe, expect, it } from '@jest/globals';
import { ProgressLine } from './progress.line.ts';
import { runTransfer } from './transfer.cli.ts';

/** The exit code, what was said, and what went to standard error. */
async function ran(command: 'import' | 'export', ...args: string[]): Promise<[number, string, string]> {
  let [said, progress] = ['', ''];
  const output = {
    say: (line: string) => void (said += line),
    progress: (text: string) => void (progress += text),
    isTerminal: false,
  };
  return [await runTransfer(command, args, output), said, progress];
}

describe('redress import and export', () => {
  it.each(['import', 'export'] as const)('%s explains itself', async (command) => {
    expect(await ran(command, '--help')).toEqual([0, expect.stringContaining('Exit codes: 0 done'), '']);
  });

  it.each([
    ['import', [], 'Name one file'],
    ['import', ['a.csv', 'b.csv'], 'Name one file'],
    ['import', ['a.csv', '--watch', 'x'], 'Name one file'],
    ['import', ['no-such-file.csv'], 'There is no file no-such-file.csv.'],
    ['import', ['a.csv', '--hurry'], "Unknown option '--hurry'"],
    [
      'import',
      ['--watch', 'x', '--intake', 'http://127.0.0.1:1', '--staffing', 'http://127.0.0.1:1'],
      'Nobody answers',
    ],
    ['export', [], 'Name one file'],
    ['export', ['a.pdf'], 'ends in .csv or .xlsx'],
    ['export', ['a.csv', '--where', 'open'], '--where wants FIELD=VALUE, not "open".'],
  ] as const)('%s %j ends with 1 and says why on standard error', async (command, args, sentence) => {
    expect(await ran(command, ...args)).toEqual([1, '', expect.stringContaining(sentence)]);
  });
});

describe('progress', () => {
  const shown = (isTerminal: boolean): string => {
    let text = '';
    const line = new ProgressLine((more) => (text += more), isTerminal);
    for (const share of [0, 0.04, 0.11, 0.119, 1]) line.show(share, 'so far');
    line.end();
    return text;
  };

  it('has one line on a terminal', () => {
    expect(shown(true).split('\n')).toHaveLength(2);
    expect(shown(true)).toContain(' 11 %  so far');
  });

  it('has a line for each tenth elsewhere', () => {
    expect(shown(false)).toBe('  0 %  so far\n 11 %  so far\n100 %  so far\n');
  });
});
