export type {
  Bus,
  BusLog,
  BusOptions,
  ConsumeOptions,
  Consumption,
  DataSchema,
  Following,
  Poison,
  Position,
  Publication,
  StoredRecord,
  Topic,
} from './bus.types.ts';
export { createBus } from './kafka.bus.ts';
export { PoisonError } from './poison.error.ts';
export { TopicMaker } from './topic.maker.ts';
export { isTransient } from './transient.ts';
export { deadLettersOf } from './topic-names.ts';
