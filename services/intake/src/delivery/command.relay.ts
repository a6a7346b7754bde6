import { IdleSleep, type Database } from '@redress/db';
import type { CommandRepository, CommandRow } from '../commands/command.repository.ts';
import type { CommandDelivery } from './command.delivery.ts';

const IDLE_POLL_MS = 500;
const AT_ONCE = 20;
const DELIVER_WITHIN_MS = 10_000;

/**
 * Delivers, per complaint strictly in the order accepted, what the door could not send straight on. No complaint waits for
 * another one's process; so many are under way at once.
 */
export class CommandRelay {
  private readonly idle = new IdleSleep(IDLE_POLL_MS);
  private running: Promise<void> = Promise.resolve();
  private deaf: () => void = () => undefined;
  /** By complaint, what is on its way. */
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly commands: CommandRepository,
    private readonly delivery: CommandDelivery,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  start(): void {
    this.deaf = this.database.bell.onRing(() => this.idle.wake());
    this.running = this.run();
  }

  /** Resolves when nothing is on its way any more. */
  async stop(): Promise<void> {
    this.deaf();
    this.idle.stop();
    await this.running;
    await Promise.all(this.underWay.values());
  }

  private async run(): Promise<void> {
    while (!this.idle.isStopped) {
      try {
        await this.sendOff();
      } catch (fault) {
        this.onFault(fault);
      }
      await this.idle.sleep();
    }
  }

  private async sendOff(): Promise<void> {
    const free = AT_ONCE - this.underWay.size;
    const next = await this.commands.nextToDeliver(this.database, free, [...this.underWay.keys()]);
    for (const command of next) this.underWay.set(command.complaintId, this.deliver(command));
  }

  /** When it has come to its end, the complaint's next command may be sent. */
  private async deliver({ id, complaintId }: CommandRow): Promise<void> {
    try {
      await this.delivery.deliver(id, DELIVER_WITHIN_MS);
      this.idle.wake();
    } catch (fault) {
      this.onFault(fault);
    } finally {
      this.underWay.delete(complaintId);
    }
  }
}
