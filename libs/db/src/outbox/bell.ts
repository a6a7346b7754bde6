import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Rings on the way to other processes are gathered for so long. */
const GATHERED_MS = 20;
const HEAR_AGAIN_MS = 1_000;

/**
 * Wakes whoever carries rows on, in this process at once and in the schema's other processes by NOTIFY. It is sent outside
 * the writing transaction, where it would cost most of the throughput; whoever misses it polls.
 */
export class Bell {
  private readonly listeners = new Set<() => void>();
  private readonly self = randomUUID();
  private readonly channel: string;
  private gathering: NodeJS.Timeout | undefined;
  private ear: Client | undefined;
  private hearAgain: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    schema: string,
    private readonly tell: (sql: string, params: readonly unknown[]) => Promise<unknown>,
  ) {
    this.channel = `redress_${schema}`;
  }

  /** Calls `listener` after every ring, here or in another process, until the answered function is called. */
  onRing(listener: () => void): () => void {
    this.listeners.add(listener);
    this.hear();
    return () => void this.listeners.delete(listener);
  }

  /** Call after a commit. */
  ring(): void {
    this.wake();
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      // Nobody is told when the database is away: there is nothing to carry then.
      this.tell('SELECT pg_notify($1, $2)', [this.channel, this.self]).catch(() => undefined);
    }, GATHERED_MS).unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.gathering);
    clearTimeout(this.hearAgain);
    await this.ear?.end().catch(() => undefined);
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }

  /** Listens on a connection of its own, and anew when it is lost. */
  private hear(): void {
    if (this.closed || this.ear !== undefined) return;
    const ear = new Client({ connectionString: this.url, application_name: `${this.channel}-bell`, keepAlive: true });
    this.ear = ear;
    ear.on('notification', ({ payload }) => {
      if (payload !== this.self) this.wake();
    });
    const lost = () => this.lost(ear);
    ear.on('error', lost);
    ear.on('end', lost);
    const listening = ear.connect().then(() => ear.query(`LISTEN ${this.channel}`));
    // Whoever begins to listen looks once, for what was missed.
    listening.then(() => this.wake(), lost);
  }

  private lost(ear: Client): void {
    if (this.ear !== ear) return;
    this.ear = undefined;
    ear.end().catch(() => undefined);
    if (!this.closed) this.hearAgain = setTimeout(() => this.hear(), HEAR_AGAIN_MS).unref();
  }
}
