import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { InputError } from './input.error.ts';

/** Greatest JSON body, in bytes. */
export const JSON_BODY_LIMIT = 1024 * 1024;

/** Media types that are handed over as bytes, each with its greatest size. */
export type RawBodies = Readonly<Record<string, number>>;

/** Media types that are handed over as the stream itself, each with the one address that takes it and reads it to its end. */
export type StreamedBodies = Readonly<Record<string, string>>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON in sound UTF-8, and the media types that the service takes as bytes; everything else is answered with 415. */
export function addBodyParsers(
  fastify: FastifyInstance,
  rawBodies: RawBodies,
  streamedBodies: StreamedBodies = {},
): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_BODY_LIMIT },
    (request, body, done) => {
      if (body.length === 0) return done(null, undefined);
      try {
        const text = utf8.decode(body as Buffer);
        return parse.call(fastify, request, text, (error, value) =>
          error === null ? done(null, storable(text, value)) : done(error),
        );
      } catch (error) {
        return done(
          error instanceof InputError ? error : new InputError([], 'malformed', 'The body is not sound UTF-8.'),
        );
      }
    },
  );
  for (const [mediaType, bodyLimit] of Object.entries(rawBodies)) {
    fastify.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
  }
  for (const [mediaType, address] of Object.entries(streamedBodies)) {
    fastify.addContentTypeParser(mediaType, (request, payload, done) =>
      request.routeOptions.url === address ? done(null, payload) : done(new UnsupportedMediaTypeException()),
    );
  }
}

/** Text that PostgreSQL cannot hold (U+0000, half a surrogate pair) is refused at the door instead of failing at the table. */
function storable(text: string, value: unknown): unknown {
  if (/\\u(?:0000|d[89a-f])/i.test(text) && !isStorable(value)) {
    throw new InputError([], 'malformed', 'The body holds the character U+0000 or half a surrogate pair.');
  }
  return value;
}

/** True when every text in `value` can be stored: no U+0000 and no half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => isStorable(name) && isStorable(item));
}
