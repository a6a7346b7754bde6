/** How far something has come, on one line of a terminal; elsewhere a line for each tenth. */
export class ProgressLine {
  private lastTenth = -1;
  private shown = false;

  constructor(
    private readonly write: (text: string) => void,
    private readonly isTerminal: boolean,
  ) {}

  show(share: number, words: string): void {
    const text = `${String(Math.floor(share * 100)).padStart(3)} %  ${words}`;
    if (this.isTerminal) this.write(`\r\u001b[K${text}`);
    else if (Math.floor(share * 10) > this.lastTenth) this.write(`${text}\n`);
    this.lastTenth = Math.max(this.lastTenth, Math.floor(share * 10));
    this.shown = true;
  }

  /** Leaves the line as it stands. */
  end(): void {
    if (this.isTerminal && this.shown) this.write('\n');
  }
}
