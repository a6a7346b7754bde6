import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadStoryBooks } from '@redress/scenario';
import { readProofs } from './proofs.ts';
import { readRequirements } from './requirements.ts';
import { linesIn, shownRequirements, standingOf, sumOf, tableLines, type ShowingLine } from './spec.table.ts';

const ROOT = join(import.meta.dirname, '../../../..');

const [receipt, owner, files] = [
  { id: 'INT-2', title: 'A number at once', optional: false },
  { id: 'PRC-2', title: 'One owner', optional: false },
  { id: 'INT-5', title: 'Attachments', optional: true },
];

const line = (id: string, place: number, passed: boolean | null, instead: string[] = []): ShowingLine => ({
  ...{ id, file: 'levels/sample.yaml', line: place, words: 'stage assigned', passed, instead },
});

const standings = (lines: ShowingLine[]) => shownRequirements([receipt, owner, files], lines).map(standingOf);

describe('the table of requirements', () => {
  it('says what no line shows, and does not miss what is optional', () => {
    expect(standings([line('PRC-2', 4, true)])).toEqual(['MISSING', 'passed', 'none (optional)']);
  });

  it('lets a requirement fail by any of its lines, and by any time that a line comes round', () => {
    expect(standings([line('INT-2', 3, true), line('INT-2', 9, false)])[0]).toBe('FAILED');
    expect(standings([line('INT-2', 3, false), line('INT-2', 3, true)])[0]).toBe('FAILED');
    expect(standings([line('INT-2', 3, true), line('INT-2', 3, false)])[0]).toBe('FAILED');
  });

  it('counts what is shown, passed, missing and failed', () => {
    const sum = (...lines: ShowingLine[]) => sumOf(shownRequirements([receipt, owner, files], lines));
    expect(sum(line('INT-2', 3, true), line('PRC-2', 4, true))).toEqual({
      line: '2 ids, 2 shown and passed, 0 missing',
      good: true,
    });
    expect(sum(line('INT-2', 3, true))).toEqual({ line: '2 ids, 1 shown and passed, 1 missing', good: false });
    const failing = sum(line('INT-2', 3, true), line('PRC-2', 4, false), line('INT-5', 5, true));
    expect(failing).toEqual({ line: '3 ids, 2 shown and passed, 0 missing, 1 failed', good: false });
  });

  it('shows the line that failed before those that passed, and what was there in its place', () => {
    const shown = shownRequirements([owner], [line('PRC-2', 4, true), line('PRC-2', 7, false, ['it is Ben'])]);
    expect(tableLines(shown, { all: false }).map((one) => one.trim())).toEqual([
      'PRC-2   FAILED      One owner',
      'levels/sample.yaml:7 "stage assigned" and 1 more',
      'but it is Ben',
    ]);
  });
});

describe('the lists', () => {
  const ids = readRequirements().map(({ id }) => id);

  it('of requirements has every one once', () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(() => readRequirements('[{ id: PRC-1, title: a }, { id: PRC-1, title: b }]')).toThrow(
      '1:33 PRC-1 stands here twice',
    );
  });

  it('knows every requirement of intake and process that a line names', () => {
    const named = linesIn(loadStoryBooks()).map(({ id }) => id);
    expect(named.filter((id) => /^(INT|PRC)/.test(id) && !ids.includes(id))).toEqual([]);
  });

  it.each(readProofs().flatMap(({ id, rule }) => (rule === null ? [] : [[id, rule] as const])))(
    'of proofs changes for %s what stands there once',
    (_id, { file, find }) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      expect(text.split(find)).toHaveLength(2);
    },
  );

  it('of proofs names requirements of the list, and a story that shows them', () => {
    const lines = linesIn(loadStoryBooks());
    for (const { id, story } of readProofs()) {
      expect(ids).toContain(id);
      expect(lines.filter((one) => one.id === id && (story === null || one.file === `${story}.yaml`))).not.toEqual([]);
    }
  });
});
