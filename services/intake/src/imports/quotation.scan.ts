type Place = 'start of a cell' | 'plain' | 'quoted' | 'after a quotation mark';

/** Follows quotation marks over the lines of a row, to know where it ends: a quoted cell may hold line ends. */
export class QuotationScan {
  private place: Place = 'start of a cell';

  constructor(private readonly delimiter: string) {}

  /** Takes another line; true when the row goes on after it. */
  goesOnAfter(line: string): boolean {
    if (line.includes('"')) for (const letter of line) this.place = this.next(letter);
    if (this.place !== 'quoted') this.place = 'start of a cell';
    return this.place === 'quoted';
  }

  private next(letter: string): Place {
    const isMark = letter === '"';
    if (this.place === 'quoted') return isMark ? 'after a quotation mark' : 'quoted';
    if (letter === this.delimiter) return 'start of a cell';
    const opens = this.place === 'start of a cell' || this.place === 'after a quotation mark';
    return isMark && opens ? 'quoted' : 'plain';
  }
}
