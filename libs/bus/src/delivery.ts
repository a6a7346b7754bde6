import type { ConsumeOptions, Position } from './bus.types.ts';
import { parseEvent } from './event.parser.ts';
import { PoisonError } from './poison.error.ts';
import { isTransient } from './transient.ts';

/** What became of a record: done with it, given up because the consumer stops, or poison with its reason. */
export type Delivery = 'done' | 'stopped' | { readonly poison: string };

/** How long a consumer may go on, and how it waits. */
export interface Patience {
  isStopping(): boolean;
  pause(ms: number): Promise<void>;
  onRetry(fault: unknown, attempt: number): void;
}

const TRIES_BEFORE_POISON = 5;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Gives one record to its handler until it is taken. Faults that pass by themselves are waited out, so that an outage of
 * the consumer's database fills no dead letters; any other fault is tried a few times, then the record is poison.
 */
export async function deliver(
  value: Buffer | null,
  at: Position,
  options: ConsumeOptions,
  patience: Patience,
): Promise<Delivery> {
  const run = effectOf(value, at, options);
  if (typeof run !== 'function') return run;
  let failures = 0;
  for (let attempt = 1; !patience.isStopping(); attempt += 1) {
    try {
      await run();
      return 'done';
    } catch (fault) {
      if (fault instanceof PoisonError) return { poison: fault.code };
      if (!(options.isTransient ?? isTransient)(fault)) failures += 1;
      if (failures >= TRIES_BEFORE_POISON) return { poison: 'handler-failed' };
      patience.onRetry(fault, attempt);
      await patience.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 10)));
    }
  }
  return 'stopped';
}

function effectOf(value: Buffer | null, at: Position, options: ConsumeOptions): Delivery | (() => Promise<void>) {
  if (value === null) return () => options.handleTombstone?.(at) ?? Promise.resolve();
  const parsed = parseEvent(value, (type) => options.schemaOf(type));
  if (parsed.kind === 'poison') return { poison: parsed.reason };
  if (parsed.kind === 'passed-over') return 'done';
  return () => options.handle(parsed.event, at);
}
