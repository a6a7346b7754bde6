/** An instant of domain time: ISO 8601 in UTC with milliseconds, `2026-11-23T08:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** Milliseconds since 1970 of an instant. Throws RangeError when it is none. */
export function toMs(at: Instant): number {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`);
  return ms;
}

/** The instant of `ms` milliseconds since 1970. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The instant `ms` milliseconds after `at`. */
export function plusMs(at: Instant, ms: number): Instant {
  return toInstant(toMs(at) + ms);
}

/** The earlier of two instants; null stands for never. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  if (b === null) return a;
  return a <= b ? a : b;
}
