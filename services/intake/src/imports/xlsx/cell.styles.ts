import { readXml } from './xml.reader.ts';

/** Formats of dates that have a number alone; those from 27 on are of East Asia. */
const DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** What is not shown by its letters: words in quotation marks, escaped letters, colours and places. */
const NOT_SHOWN = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Whether a cell of each style shows a date. Throws RefusalError 422. */
export async function readStyles(bytes: AsyncIterable<Buffer>): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  const reading = readXml(bytes, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(Number(numFmtId));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  for await (const _ of reading);
  return styles.map((format) => isDate(format, formats.get(format)));
}

function isDate(format: number, code: string | undefined): boolean {
  if (code === undefined) return DATES.some(([from, to]) => format >= from && format <= to);
  return /[ymdhs]/i.test(code.replaceAll(NOT_SHOWN, '').replaceAll(/general/gi, ''));
}
