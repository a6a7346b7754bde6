import { LONGEST_ROW } from './import.limits.ts';

/** A line of more characters is no row, so more of it need not be kept. */
const LONGEST_LINE = LONGEST_ROW + 1;

/** The lines of a text that comes in chunks, without their ends: `\n`, `\r\n` or `\r`. Of a line beyond measure not all. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of text) {
    const whole = rest + chunk;
    // A carriage return at the end of a chunk may be half of a line end.
    const parts = (whole.endsWith('\r') ? whole.slice(0, -1) : whole).split(/\r\n|\n|\r/);
    rest = `${(parts.pop() ?? '').slice(0, LONGEST_LINE)}${whole.endsWith('\r') ? '\r' : ''}`;
    yield* parts;
  }
  yield* rest.split('\r');
}

/** Lines that can be looked at before they are taken. */
export class LinesAhead {
  private readonly kept: string[] = [];

  constructor(private readonly lines: AsyncIterator<string, void>) {}

  /** The line at this distance from the next one; undefined beyond the end. */
  async at(distance: number): Promise<string | undefined> {
    while (this.kept.length <= distance) {
      const { value, done } = await this.lines.next();
      if (done === true) return undefined;
      this.kept.push(value);
    }
    return this.kept[distance];
  }

  async first(count: number): Promise<readonly string[]> {
    await this.at(count - 1);
    return this.kept.slice(0, count);
  }

  drop(count: number): void {
    this.kept.splice(0, count);
  }
}
