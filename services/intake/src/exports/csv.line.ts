/** What a spreadsheet takes for the beginning of a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const DEFUSED = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** A cell that no spreadsheet calculates: an apostrophe stands before what would begin a formula. */
export function defused(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was defused. */
export function undefused(cell: string): string {
  return cell.replace(DEFUSED, '');
}

/** A line of CSV (RFC 4180); everything that is not plain is quoted. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
