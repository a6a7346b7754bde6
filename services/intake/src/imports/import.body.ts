import { Readable } from 'node:stream';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { RefusalError } from '@redress/service-kit';
import type { FastifyRequest } from 'fastify';
import { fileOfForm, FORM_TYPE, MOST_AROUND_BYTES } from './form.file.ts';

/** The media types of files that `POST /imports` takes as a stream. */
export const CSV_TYPE = 'text/csv';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file as it comes in, and the character set that its media type names. */
export interface ImportBody {
  readonly bytes: AsyncIterable<Buffer>;
  readonly charset: string | undefined;
}

/** Throws 413 and 415 before anything is read; what comes later is refused while it is read. */
export function importBody(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  mediaType: string,
  mostBytes: number,
): ImportBody {
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
  const isForm = mediaType.toLowerCase().startsWith(FORM_TYPE);
  const around = isForm ? MOST_AROUND_BYTES : 0;
  if (Number(headers['content-length'] ?? 0) > mostBytes + around) throw tooLarge(mostBytes);
  if (!isForm) return { bytes: bounded(body, mostBytes), charset: charsetOf(mediaType) };
  const form = bounded(body, mostBytes + around);
  return { bytes: bounded(fileOfForm(form, mediaType), mostBytes), charset: undefined };
}

function charsetOf(mediaType: string): string | undefined {
  return /;\s*charset="?([\w-]{1,20})"?/i.exec(mediaType)?.[1];
}

/** A file may announce less than it sends, or nothing. */
async function* bounded(bytes: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(mostBytes);
    yield chunk;
  }
}

function tooLarge(mostBytes: number): RefusalError {
  return new RefusalError(413, { code: 'too-large', facts: { mostBytes } });
}
