import { describe, expect, it } from '@jest/globals';
import { highestDrawn, lotOf } from './mutant.draw.ts';
import { reportOf, survivorLines } from './mutation.report.ts';

const mutant = (id: number) => ({
  ...{
    id: String(id),
    fileName: '/anywhere/libs/policy/src/instant.ts',
    mutatorName: 'StringLiteral',
    replacement: '""',
  },
});
const result = (id: number, status: string) =>
  ({ ...mutant(id), status, location: { start: { line: 7, column: 3 }, end: { line: 7, column: 9 } } }) as never;

describe('the draw of the mutants', () => {
  const mutants = Array.from({ length: 50 }, (_, id) => mutant(id));
  const drawn = (seed: number, sample = 10) =>
    mutants.filter((one) => lotOf(one, seed) <= highestDrawn(mutants, sample, seed)).map(({ id }) => id);

  it('takes as many as asked, the same under a seed and others under another', () => {
    expect(drawn(1)).toHaveLength(10);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(1, 500)).toHaveLength(50);
  });

  it('goes by the place in the repository, wherever that lies', () => {
    const elsewhere = { ...mutant(3), fileName: '/sandbox/libs/policy/src/instant.ts' };
    expect(lotOf(elsewhere, 1)).toBe(lotOf(mutant(3), 1));
  });
});

describe('what became of them', () => {
  const results = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'RuntimeError'].map((status, id) =>
    result(id, status),
  );

  it('counts what the tests saw, of what could be run', () => {
    const report = reportOf(results, () => true);
    expect([report.mutants, report.killed, report.score]).toEqual([4, 2, 50]);
    expect(reportOf(results, ({ id }) => id === '0').score).toBe(100);
    expect(reportOf(results, () => false)).toMatchObject({ mutants: 0, score: 0 });
  });

  it('lists the survivors by file and line', () => {
    expect(
      survivorLines(
        reportOf(results, () => true),
        '/anywhere',
      ),
    ).toEqual([
      '  survived libs/policy/src/instant.ts:7 StringLiteral: ""',
      '  survived libs/policy/src/instant.ts:7 StringLiteral: "" (no test comes there)',
    ]);
  });
});
