import { Readable } from 'node:stream';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { RefusalError } from '@redress/service-kit';
import type { FastifyRequest } from 'fastify';
import { fileOfForm, FORM_TYPE } from './form.file.ts';
import { MOST_BYTES } from './import.limits.ts';

/** The media type that `POST /imports` takes as a stream. */
export const CSV_TYPE = 'text/csv';

/** The file as it comes in, and the character set that its media type names. */
export interface CsvBody {
  readonly bytes: AsyncIterable<Buffer>;
  readonly charset: string | undefined;
}

/** Throws 413 and 415 before anything is read; a form is read to its end first. */
export async function csvBody(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  mediaType = '',
): Promise<CsvBody> {
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
  if (mediaType.toLowerCase().startsWith(FORM_TYPE))
    return { bytes: Readable.from(await fileOfForm(body, mediaType)), charset: undefined };
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES)
    throw new RefusalError(413, { code: 'too-large', facts: { mostBytes: MOST_BYTES } });
  const charset = /;\s*charset="?([\w-]{1,20})"?/i.exec(mediaType)?.[1];
  return { bytes: body, charset };
}
