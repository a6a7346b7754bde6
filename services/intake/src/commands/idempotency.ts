import { keyedHash } from '@redress/db';
import { InputError } from '@redress/service-kit';
import { v4 as uuid4, v5 as uuid5 } from 'uuid';

const NAMESPACE = '0d1f3a57-6d39-4d5e-8a39-0f4b8c2f9a10';
const KEY = /^[\x21-\x7e]{1,200}$/;

/** An Idempotency-Key as sent, checked. Throws InputError. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new InputError([{ path: 'Idempotency-Key', message: 'is 1 to 200 visible ASCII characters' }]);
}

/** The id of what an actor asks for under a key; without a key each request is its own. */
export function commandId(actorId: string, key: string | undefined): string {
  return key === undefined ? uuid4() : uuid5(`${actorId}/${key}`, NAMESPACE);
}

/** A keyed hash of a parsed body: parsing puts the fields in the schema's order, however they were sent. */
export function hashBody(hmacKey: Buffer, body: unknown): Buffer {
  return keyedHash(hmacKey, 'body', JSON.stringify(body));
}
