import type { Database } from '@redress/db';
import type { CommandRepository } from '../commands/command.repository.ts';
import type { CommandDelivery } from './command.delivery.ts';

const IDLE_POLL_MS = 500;
const AT_ONCE = 20;
const DELIVER_WITHIN_MS = 10_000;

/** Delivers, per complaint strictly in the order accepted, what the door could not send straight on. */
export class CommandRelay {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wake: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly commands: CommandRepository,
    private readonly delivery: CommandDelivery,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  poke(): void {
    this.wake?.();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const next = await this.commands.nextToDeliver(this.database, AT_ONCE);
        await Promise.all(next.map((command) => this.delivery.deliver(command.id, DELIVER_WITHIN_MS)));
        if (next.length === 0) await this.sleep();
      } catch (fault) {
        this.onFault(fault);
        await this.sleep();
      }
    }
  }

  private async sleep(): Promise<void> {
    if (this.stopping) return;
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
