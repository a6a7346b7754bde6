import { RestingLoop, type Database } from '@redress/db';
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
  private readonly loop: RestingLoop;
  /** By complaint, what is on its way. */
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly commands: CommandRepository,
    private readonly delivery: CommandDelivery,
    private readonly onFault: (fault: unknown) => void,
  ) {
    const { bell } = database;
    this.loop = new RestingLoop({ bell, longestRestMs: IDLE_POLL_MS, turn: () => this.sendOff(), onFault });
  }

  start(): void {
    this.loop.start();
  }

  /** Resolves when nothing is on its way any more. */
  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.underWay.values());
  }

  /** What was sent off wakes the loop when it has come to its end. */
  private async sendOff(): Promise<boolean> {
    const free = AT_ONCE - this.underWay.size;
    const next = await this.commands.nextToDeliver(this.database, free, [...this.underWay.keys()]);
    for (const command of next) this.underWay.set(command.complaintId, this.deliver(command));
    return false;
  }

  /** When it has come to its end, the complaint's next command may be sent. */
  private async deliver({ id, complaintId }: CommandRow): Promise<void> {
    try {
      await this.delivery.deliver(id, DELIVER_WITHIN_MS);
      this.loop.wake();
    } catch (fault) {
      this.onFault(fault);
    } finally {
      this.underWay.delete(complaintId);
    }
  }
}
