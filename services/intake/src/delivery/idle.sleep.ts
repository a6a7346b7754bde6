const IDLE_POLL_MS = 1_000;

/** The rest of a loop that has nothing to do: until it is woken, for a second, or until it is stopped. */
export class IdleSleep {
  private stopped = false;
  private end: (() => void) | undefined;

  get isStopped(): boolean {
    return this.stopped;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  wake(): void {
    this.end?.();
  }

  async sleep(): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_POLL_MS);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.end = undefined;
  }
}
