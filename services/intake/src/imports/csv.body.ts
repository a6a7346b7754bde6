import { Readable } from 'node:stream';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { RefusalError } from '@redress/service-kit';
import type { FastifyRequest } from 'fastify';
import { MOST_BYTES } from './import.limits.ts';

/** The media type that `POST /imports` takes as a stream. */
export const CSV_TYPE = 'text/csv';

/** The body as it comes in, and the character set that its media type names. Throws 413 and 415 before anything is read. */
export function csvBody(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  mediaType: string | undefined,
): { bytes: AsyncIterable<Buffer>; charset: string | undefined } {
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES)
    throw new RefusalError(413, { code: 'too-large', facts: { mostBytes: MOST_BYTES } });
  const charset = /;\s*charset="?([\w-]{1,20})"?/i.exec(mediaType ?? '')?.[1];
  return { bytes: body, charset };
}
