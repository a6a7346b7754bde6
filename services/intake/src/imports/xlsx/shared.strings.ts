import { LONGEST_ROW } from '../import.limits.ts';
import { readXml } from './xml.reader.ts';

/** Where texts are put that have been read and may be asked for again. */
export interface StringStore {
  put(block: number, strings: readonly string[]): Promise<void>;
  get(block: number): Promise<readonly string[]>;
}

const NOTHING: AsyncIterable<Buffer> = (async function* () {})();
const BLOCK = 64;
const MOST_KEPT_CHARACTERS = 500_000;

/**
 * The texts of an XLSX, which its cells refer to by their place. The list is read on as far as is asked for; blocks of it
 * are put away, and few are kept: however long it is, it takes no more memory.
 */
export class SharedStrings {
  private readonly parser: AsyncGenerator<void, void>;
  private readonly kept = new Map<number, readonly string[]>();
  private keptCharacters = 0;
  private fresh: string[] = [];
  private freshBlock = 0;
  private ended: boolean;

  constructor(
    bytes: AsyncIterable<Buffer> | null,
    private readonly store: StringStore,
  ) {
    this.ended = bytes === null;
    this.parser = readXml(bytes ?? NOTHING, new StringCollector((text) => this.fresh.push(text)));
  }

  /** Undefined beyond the end. Throws RefusalError 422 where the list cannot be read. */
  async at(place: number): Promise<string | undefined> {
    if (!Number.isSafeInteger(place) || place < 0) return undefined;
    const block = Math.floor(place / BLOCK);
    while (!this.ended && place >= this.freshBlock * BLOCK + this.fresh.length) await this.readOn();
    if (block >= this.freshBlock) return this.fresh[place - this.freshBlock * BLOCK];
    return (await this.blockOf(block))[place % BLOCK];
  }

  async close(): Promise<void> {
    await this.parser.return();
  }

  private async readOn(): Promise<void> {
    this.ended = (await this.parser.next()).done === true;
    while (this.fresh.length > BLOCK) {
      const strings = this.fresh.splice(0, BLOCK);
      await this.store.put(this.freshBlock, strings);
      this.keep(this.freshBlock, strings);
      this.freshBlock += 1;
    }
  }

  private async blockOf(block: number): Promise<readonly string[]> {
    const kept = this.kept.get(block);
    if (kept !== undefined) {
      this.kept.delete(block);
      this.kept.set(block, kept);
      return kept;
    }
    const read = await this.store.get(block);
    this.keep(block, read);
    return read;
  }

  /** What was asked for longest ago goes first. */
  private keep(block: number, strings: readonly string[]): void {
    this.kept.set(block, strings);
    this.keptCharacters += lengthOf(strings);
    for (const [oldest, its] of this.kept) {
      if (this.keptCharacters <= MOST_KEPT_CHARACTERS || oldest === block) return;
      this.kept.delete(oldest);
      this.keptCharacters -= lengthOf(its);
    }
  }
}

function lengthOf(strings: readonly string[]): number {
  return strings.reduce((sum, { length }) => sum + length, 0);
}

/** Puts the pieces of each text together; what tells how it is read aloud is no part of it. */
class StringCollector {
  private words = '';
  private reads = false;
  private aids = false;

  constructor(private readonly done: (text: string) => void) {}

  open(name: string): void {
    if (name === 'si') this.words = '';
    else if (name === 'rPh') this.aids = true;
    else if (name === 't') this.reads = !this.aids;
  }

  /** A text that makes a row longer than a row may be is refused with its row: more of it need not be kept. */
  text(text: string): void {
    if (this.reads && this.words.length <= LONGEST_ROW) this.words += text;
  }

  close(name: string): void {
    if (name === 't') this.reads = false;
    else if (name === 'rPh') this.aids = false;
    else if (name === 'si') this.done(this.words);
  }
}
