import type { Outage } from '../story/story.acts.ts';

/** How an installation is kept from delivering commands: whoever runs it knows. */
export interface DeliveryMeans {
  stop(): Promise<void>;
  /** Resolves when commands are delivered again. */
  resume(): Promise<void>;
}

/** The way of commands to their processes, which a story can make stand still; its copy asks for the same. */
export class Delivery {
  private stopped = false;

  constructor(private readonly means: DeliveryMeans | null) {}

  get standsStill(): boolean {
    return this.stopped;
  }

  /** Harmless when it is so already. Throws where others share the installation. */
  async change(outage: Outage): Promise<void> {
    if (this.means === null) throw new Error(`"${outage}" wants an installation of the story's own`);
    const stops = outage === 'delivery stops';
    if (this.stopped === stops) return;
    this.stopped = stops;
    await (stops ? this.means.stop() : this.means.resume());
  }
}
