import { describe, expect, it } from '@jest/globals';
import { drawCompiling, lotOf } from './mutant.draw.ts';
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
  const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
  const drawn = async (seed: number, sample = 10) => [
    ...(await drawCompiling(mutants, { sample, seed }, (some) => Promise.resolve(ids(some)))),
  ];

  it('takes as many as asked, the same under a seed and others under another', async () => {
    expect(await drawn(1)).toHaveLength(10);
    expect(await drawn(1)).toEqual(await drawn(1));
    expect(await drawn(1)).not.toEqual(await drawn(2));
    expect((await drawn(1, 500)).sort()).toEqual(ids(mutants).sort());
  });

  it('goes on until so many compile as were asked for, and asks the compiler for no more than it needs', async () => {
    const asked: string[] = [];
    const even = (some: readonly { id: string }[]) => {
      asked.push(...ids(some));
      return Promise.resolve(ids(some).filter((id) => Number(id) % 2 === 0));
    };
    const some = [...(await drawCompiling(mutants, { sample: 10, seed: 1 }, even))];
    expect(some).toEqual((await drawn(1, 50)).filter((id) => Number(id) % 2 === 0).slice(0, 10));
    expect(asked.at(-1)).toBe(some.at(-1));
    expect((await drawCompiling(mutants, { sample: 40, seed: 1 }, even)).size).toBe(25);
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
    const report = reportOf(results);
    expect([report.mutants, report.killed, report.score]).toEqual([4, 2, 50]);
    expect(reportOf([])).toMatchObject({ mutants: 0, score: 0 });
  });

  it('lists the survivors by file and line', () => {
    expect(survivorLines(reportOf(results), '/anywhere')).toEqual([
      '  survived libs/policy/src/instant.ts:7 StringLiteral: ""',
      '  survived libs/policy/src/instant.ts:7 StringLiteral: "" (no test comes there)',
    ]);
  });
});
