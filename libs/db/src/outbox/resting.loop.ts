import type { Bell } from './bell.ts';
import { IdleSleep } from './idle.sleep.ts';

export interface LoopOptions {
  /** Does what there is to do; answers whether there may be more. */
  turn(): Promise<boolean>;
  /** Told of whatever a turn throws; the loop rests before the next. */
  onFault(fault: unknown): Promise<void> | void;
  /** After so long it looks again, woken or not. */
  readonly longestRestMs: number;
  /** Wakes it; without one it is woken by `wake` alone. */
  readonly bell?: Bell;
}

/** Works while there is something to do, and rests until a commit rings, for a while, or until it is stopped. */
export class RestingLoop {
  private readonly idle: IdleSleep;
  private running: Promise<void> = Promise.resolve();
  private deaf: () => void = () => undefined;

  constructor(private readonly options: LoopOptions) {
    this.idle = new IdleSleep(options.longestRestMs);
  }

  get isStopping(): boolean {
    return this.idle.isStopped;
  }

  start(): void {
    this.deaf = this.options.bell?.onRing(() => this.wake()) ?? this.deaf;
    this.running = this.run();
  }

  wake(): void {
    this.idle.wake();
  }

  /** Resolves when the running turn has come to its end. */
  async stop(): Promise<void> {
    this.deaf();
    this.idle.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) if (!(await this.turn())) await this.idle.sleep();
  }

  private async turn(): Promise<boolean> {
    try {
      return await this.options.turn();
    } catch (fault) {
      await this.options.onFault(fault);
      return false;
    }
  }
}
