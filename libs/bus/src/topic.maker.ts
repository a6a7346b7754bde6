import type { Bus, BusLog, Topic } from './bus.types.ts';

const TRY_AGAIN_MS = 1_000;

/**
 * Makes the topics of a producing service when it starts: whoever follows them waits until they are there, and the first
 * fact may be weeks away. Tries until Kafka answers.
 */
export class TopicMaker {
  private readonly stopping = new AbortController();
  private making: Promise<void> = Promise.resolve();

  constructor(
    private readonly bus: Pick<Bus, 'ensureTopics'>,
    private readonly topics: readonly Topic[],
    private readonly log: Pick<BusLog, 'debug'>,
  ) {}

  start(): void {
    this.making = this.make();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.making;
  }

  private async make(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        return await this.bus.ensureTopics(this.topics);
      } catch (err) {
        this.log.debug({ err }, 'the topics cannot be made yet');
        await this.pause();
      }
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, TRY_AGAIN_MS);
      this.stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}
