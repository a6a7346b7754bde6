import type { CloudEvent } from '@redress/db';
import { z } from 'zod';
import type { DataSchema } from './bus.types.ts';

/** CloudEvents 1.0 in JSON; other extension attributes are left alone. */
const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  sequence: z.number().int().nonnegative(),
  access: z.string().min(1),
  matterid: z.string().optional(),
  drill: z.literal(true).optional(),
  data: z.unknown(),
});

export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: CloudEvent }
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'poison'; readonly reason: string };

/** The event in a record's value. Types without a schema are none of the reader's business. */
export function parseEvent(value: Buffer, schemaOf: (type: string) => DataSchema | undefined): ParsedEvent {
  const read = readEnvelope(value);
  if (typeof read === 'string') return { kind: 'poison', reason: read };
  const schema = schemaOf(read.type);
  if (schema === undefined) return { kind: 'passed-over' };
  return fits(schema, read.data) ? { kind: 'event', event: read } : { kind: 'poison', reason: 'data-not-valid' };
}

/** The CloudEvent in `value`, or the code of what is wrong with it. */
export function readEnvelope(value: Buffer): CloudEvent | 'no-json' | 'no-cloud-event' {
  let json: unknown;
  try {
    json = JSON.parse(value.toString('utf8'));
  } catch {
    return 'no-json';
  }
  const parsed = envelope.safeParse(json);
  return parsed.success ? (parsed.data as CloudEvent) : 'no-cloud-event';
}

/** A producer may be a version ahead: fields added since are no fault. */
function fits(schema: DataSchema, data: unknown): boolean {
  const result = schema.safeParse(data);
  return result.success || result.error.issues.every((issue) => issue.code === 'unrecognized_keys');
}
