import type { ServiceLog } from '../log/root.logger.ts';

/** A safety net that looks again every so many milliseconds of machine time; none at all for 0. */
export abstract class PeriodicSweep {
  private timer: NodeJS.Timeout | undefined;
  private sweeping = false;

  constructor(
    protected readonly log: ServiceLog,
    protected readonly everyMs: number,
  ) {}

  start(): void {
    if (this.everyMs <= 0) return;
    this.timer = setInterval(
      () => void this.sweep().catch((err: unknown) => this.log.warn({ err }, 'not swept')),
      this.everyMs,
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Answers how many had to be woken. A sweep that is still under way is not doubled. */
  async sweep(): Promise<number> {
    if (this.sweeping) return 0;
    this.sweeping = true;
    try {
      return await this.wakeAll();
    } finally {
      this.sweeping = false;
    }
  }

  /** One look: wakes what has overslept, and answers how many those were. */
  protected abstract wakeAll(): Promise<number>;
}
