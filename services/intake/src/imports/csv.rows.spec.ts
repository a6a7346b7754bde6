import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvRows } from './csv.rows.ts';
import type { TableRow } from './table.row.ts';

/** The text in pieces, as a network brings it. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

async function rows(text: string, size = 7): Promise<TableRow[]> {
  const read: TableRow[] = [];
  for await (const row of csvRows(inPieces(text, size))) read.push(row);
  return read;
}

/** `line:cells` or `line!` of each row. */
const told = async (text: string) =>
  (await rows(text, Math.max(7, text.length / 100))).map((row) =>
    'cells' in row ? `${row.line}:${row.cells.join('|')}` : `${row.line}!`,
  );

describe('the rows of a CSV', () => {
  it('are told with the line on which they begin', async () => {
    expect(await told('a,b\r\n1,"x\ny"\r\n\r\n3,"say ""no"""\r\n,,\r\n4,5')).toEqual([
      '1:a|b',
      '2:1|x\ny',
      '5:3|say "no"',
      '7:4|5',
    ]);
  });

  it.each([
    ['semicolons', 'a;b;c,d\n1;2,3;4', ['1:a|b|c,d', '2:1|2,3|4']],
    ['tabs', 'a\tb\n1\t2', ['1:a|b', '2:1|2']],
    ['carriage returns', 'a,b\r1,2\r', ['1:a|b', '2:1|2']],
  ])('may be parted by %s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });

  it.each([
    ['something after a quotation mark', 'a,b\n1,"x"y\n3,4', ['1:a|b', '2!', '3:3|4']],
    ['a mark inside a cell', 'a,b\n1,5" pipe\n3,4', ['1:a|b', '2!', '3:3|4']],
    ['a mark that is never closed', 'a,b\n1,"x\n3,4\n5,6', ['1:a|b', '2!', '3:3|4', '4:5|6']],
    ['a mark that the next row closes', 'a,b\n1,"x\n3,"y"\n5,6', ['1:a|b', '2!', '3:3|y', '4:5|6']],
    ['a row beyond measure', `a,b\n1,${'x'.repeat(100_001)}\n3,4`, ['1:a|b', '2!', '3:3|4']],
    ['a line much longer than a row', `a,b\n1,${'x'.repeat(900_001)}\n3,4`, ['1:a|b', '2!', '3:3|4']],
  ])('go on after %s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });

  it('are none when hardly anything can be read', async () => {
    const text = `a,b\n${'1,"x\n'.repeat(61)}`;
    await expect(rows(text)).rejects.toMatchObject({ refusal: { code: 'not-csv' } });
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '投', '"', ',', ';', '\n', ' ', 'é') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('are what was written, however the pieces are cut', async () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (written, size) => {
        const text = ['x,y,z', ...written.map((row) => row.map(quoted).join(','))].join('\r\n');
        const kept = written.map((row) => row.map((one) => one.trim())).filter((row) => row.join('') !== '');
        const read = (await rows(text, size)).slice(1).map((row) => ('cells' in row ? row.cells : null));
        expect(read).toEqual(kept);
      }),
    );
  });
});
