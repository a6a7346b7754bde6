import { RestingLoop, type Database } from '@redress/db';
import type { CaseRepository } from '../register/case.repository.ts';
import type { MessageChannel } from './channel.port.ts';
import type { MessageReader } from './message.reader.ts';
import type { MessageRepository, TakenMessage } from './message.repository.ts';

const IDLE_POLL_MS = 1_000;
const AT_ONCE = 20;
const AGAIN_AFTER_SECONDS = 60;

/** Carries messages out by the installation's channel, each at most once unless the channel can tell two tries apart. */
export class MessageSender {
  private readonly loop: RestingLoop;

  constructor(
    private readonly database: Database,
    private readonly messages: MessageRepository,
    private readonly cases: CaseRepository,
    private readonly reader: MessageReader,
    private readonly channel: MessageChannel,
    private readonly onFault: (fault: unknown) => void,
  ) {
    const turn = async () => (await this.sendWaiting()) > 0;
    this.loop = new RestingLoop({ bell: database.bell, longestRestMs: IDLE_POLL_MS, turn, onFault });
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await Promise.race([this.loop.stop(), new Promise((resolve) => setTimeout(resolve, IDLE_POLL_MS))]);
  }

  /** Sends what waits; answers how many messages were taken. */
  async sendWaiting(): Promise<number> {
    await this.messages.recover(this.database, this.channel.takesIdempotencyKey);
    const taken = await this.messages.take(this.database, AT_ONCE);
    for (const message of taken) await this.send(message);
    return taken.length;
  }

  private async send({ id, complaintId, channel }: TakenMessage): Promise<void> {
    try {
      const file = await this.cases.read(this.database, complaintId);
      const [message] = file === null ? [] : await this.reader.read(this.database, file, id);
      if (file === null || message === undefined) throw new Error('the message was there a moment ago');
      const { number, language } = file;
      await this.channel.send({ id, number, language, channel, purpose: message.purpose, text: message.text });
      await this.messages.sent(this.database, id);
    } catch (fault) {
      this.onFault(fault);
      await this.messages.postpone(this.database, id, AGAIN_AFTER_SECONDS);
    }
  }
}
