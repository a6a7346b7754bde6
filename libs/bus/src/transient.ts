import { isTransientFault } from '@redress/db';

/** Faults that pass by themselves: Kafka away, and whatever the database calls so. */
export function isTransient(fault: unknown): boolean {
  return (fault instanceof Error && fault.constructor.name.startsWith('KafkaJS')) || isTransientFault(fault);
}
