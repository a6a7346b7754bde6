import type { DataSchema } from '@redress/bus';
import { COMPLAINT_TOPIC, complaintStanding, EVENT_CONTRACTS, type ComplaintStanding } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import type { Instant } from '@redress/policy';
import { z } from 'zod';

/** Something that happened to a complaint, read from its event. */
export interface ComplaintFact {
  readonly complaintId: string;
  readonly sequence: number;
  /** The entry's code: `registered`, `duty-closed`. A newer intake may send one that this build does not know. */
  readonly code: string;
  readonly at: Instant;
  readonly access: string;
  readonly drill: boolean;
  readonly standing: ComplaintStanding;
  /** What is the event's own; parsed by the effect that knows the code. */
  readonly detail: unknown;
}

const TYPE = /^redress\.complaint\.([a-z-]+)\.v\d+$/;
const schemas = new Map(
  EVENT_CONTRACTS.filter((one) => one.topic === COMPLAINT_TOPIC).map((one) => [one.type, one.data]),
);

/** Of an event this build does not know it still follows the standing, so that its sequence is no gap. */
const newer = z.object({ standing: z.object(complaintStanding.shape), detail: z.unknown() });

/** The schema of a complaint event's data; undefined for what is no complaint event. */
export function complaintSchemaOf(type: string): DataSchema | undefined {
  return schemas.get(type) ?? (TYPE.test(type) ? newer : undefined);
}

/** Reads an event that its schema has passed. */
export function complaintFactOf(event: CloudEvent): ComplaintFact {
  const { standing, detail } = newer.parse(event.data);
  return {
    complaintId: z.uuid().parse(event.subject),
    sequence: z.int().min(1).parse(event.sequence),
    code: z.string().parse(TYPE.exec(event.type)?.[1]),
    at: event.time,
    access: event.access,
    drill: event.drill === true,
    standing,
    detail,
  };
}
