const DEAD_LETTERS = '.dead-letter';

/** Names of topics and groups on the cluster, and back. */
export class TopicNames {
  constructor(private readonly prefix: string) {}

  full(topic: string): string {
    return `${this.prefix}${topic}`;
  }

  short(full: string): string {
    return full.startsWith(this.prefix) ? full.slice(this.prefix.length) : full;
  }

  group(group: string): string {
    return `${this.prefix}${group}`;
  }
}

/** The topic that holds what nobody could take from `topic`. */
export function deadLettersOf(topic: string): string {
  return `${topic}${DEAD_LETTERS}`;
}
