/** Names the consumer in the inbox; the same for every generation. */
export const COMPLAINTS_CONSUMER = 'analytics.complaints';

/** The consumer group of a generation; a new generation reads the topic from its beginning. */
export function complaintsGroup(generation: number): string {
  return `${COMPLAINTS_CONSUMER}.${generation}`;
}
