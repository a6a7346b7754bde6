import type { RelayBell } from './relay.bell.ts';

const IDLE_POLL_MS = 1_000;

/** The rest of a loop that has nothing to do: until the bell rings, for a second, or until it is stopped. */
export class IdleSleep {
  private stopped = false;
  private wake: (() => void) | undefined;

  constructor(bell: RelayBell) {
    bell.onRing(() => this.wake?.());
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  stop(): void {
    this.stopped = true;
    this.wake?.();
  }

  async sleep(): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}
