/** The rest of a loop that has nothing to do: until it is woken, for a while, or until it is stopped. */
export class IdleSleep {
  private stopped = false;
  /** Woken while it was at work: it looks once more before it rests. */
  private woken = false;
  private end: (() => void) | undefined;

  /** `longestMs` is the longest rest: after it one looks again, woken or not. */
  constructor(private readonly longestMs: number) {}

  get isStopped(): boolean {
    return this.stopped;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  wake(): void {
    this.woken = true;
    this.end?.();
  }

  async sleep(): Promise<void> {
    if (!this.stopped && !this.woken) await this.rest();
    this.woken = false;
  }

  private async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.longestMs);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.end = undefined;
  }
}
