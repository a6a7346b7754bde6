import { setTimeout as pause } from 'node:timers/promises';
import type { BusLog, ConsumeOptions, Poison } from './bus.types.ts';
import { deadLetter, readDeadLetter } from './dead-letter.ts';
import { deliver } from './delivery.ts';
import type { Publisher } from './publisher.ts';
import { deadLettersOf } from './topic-names.ts';
import { readOn, type RawRecord, type ReaderParts } from './topic.reader.ts';

/** What a replay works with. */
export interface ReplayParts extends ReaderParts {
  readonly publisher: Publisher;
  readonly log: BusLog;
}

/** How many dead letters were taken now, and how many were put aside once more. */
export interface Replayed {
  readonly replayed: number;
  readonly putAside: number;
}

const WAIT_FOR_OUTAGE_MS = 60_000;

/** Each dead letter of the group is given to its handler once per replay; how far it came is kept in a group of its own. */
export async function replay(options: ConsumeOptions, parts: ReplayParts): Promise<Replayed> {
  const counts = { replayed: 0, putAside: 0, ofOthers: 0 };
  for (const topic of options.topics) {
    await readOn(deadLettersOf(topic), `${options.group}.replay`, parts, async (record) => {
      counts[await replayOne(record, options, parts)] += 1;
    });
  }
  return { replayed: counts.replayed, putAside: counts.putAside };
}

async function replayOne(
  record: RawRecord,
  options: ConsumeOptions,
  parts: ReplayParts,
): Promise<'replayed' | 'putAside' | 'ofOthers'> {
  const origin = readDeadLetter(record.headers, record.key);
  if (origin?.group !== options.group) return 'ofOthers';
  const givesUpAt = Date.now() + WAIT_FOR_OUTAGE_MS;
  const delivery = await deliver(record.value, origin, options, {
    isStopping: () => Date.now() > givesUpAt,
    pause: (ms) => pause(ms),
    onRetry: (fault, attempt) =>
      parts.log.warn({ group: origin.group, attempt, err: fault }, 'a dead letter is tried again'),
  });
  if (delivery === 'done') return 'replayed';
  if (delivery === 'stopped') throw new Error('the replay gave up waiting');
  await putAsideAgain({ ...origin, reason: delivery.poison }, record, parts);
  return 'putAside';
}

async function putAsideAgain(poison: Poison, record: RawRecord, { publisher }: ReplayParts): Promise<void> {
  await publisher.send([{ topic: deadLettersOf(poison.topic), message: deadLetter(poison, record.value) }]);
}
