import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, defused, undefused } from './csv.line.ts';

describe('a cell of an export', () => {
  it.each(['=1+1', '+44 7700 900123', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j begins no formula', (cell) => {
    expect(defused(cell)).toBe(`'${cell}`);
  });

  it.each(['投诉', 'a=1', "'tis", '', '2026-11-23'])('%j stays as it is', (cell) => {
    expect(defused(cell)).toBe(cell);
  });

  it('comes back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', "'", '"', ',', '\n', 'a', '投', ' ') });
    fc.assert(
      fc.property(
        fc.array(
          cell.filter((one) => !/^'[=+]/.test(one)),
          { minLength: 2, maxLength: 4 },
        ),
        (cells) => {
          const [read = []] = parse(csvLine(cells), { relax_column_count: true });
          expect(read.map(undefused)).toEqual(cells);
        },
      ),
    );
  });
});
