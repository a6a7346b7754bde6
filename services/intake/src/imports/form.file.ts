import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { InputError, RefusalError } from '@redress/service-kit';
import { MOST_BYTES } from './import.limits.ts';

/** What the form of a browser sends. */
export const FORM_TYPE = 'multipart/form-data';
/** Boundaries, headers and other fields of a form with one file. */
const MOST_AROUND = 64 * 1024;
const MOST_FIELDS = 20;
const LIMITS = { parts: MOST_FIELDS + 2, fields: MOST_FIELDS, fieldSize: 1_024, headerPairs: 20, headerSize: 8_192 };

/**
 * The one file of a form, whole: a form that turns out to have two, or to be broken, loads nothing. Throws InputError for
 * a form that has not one file, RefusalError 413 for one that is too large.
 */
export async function fileOfForm(body: Readable, mediaType: string): Promise<readonly Buffer[]> {
  const form = openForm(mediaType);
  const files: Buffer[][] = [];
  form.on('file', (_field: string, file: BusboyFileStream, name: string | undefined) => {
    // What breaks inside a file breaks the form, which says so.
    file.on('error', () => {});
    if (!name) return void file.resume();
    const chunks: Buffer[] = [];
    if (files.push(chunks) > 1) form.destroy(notOne('holds more than one file'));
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
  });
  for (const limit of ['partsLimit', 'fieldsLimit'] as const)
    form.once(limit, () => form.destroy(notOne('holds more than a file and a few fields')));
  try {
    await pipeline(body, bounded, form);
  } catch (fault) {
    throw fault instanceof InputError || fault instanceof RefusalError ? fault : malformed();
  }
  const [file] = files;
  if (file === undefined) throw notOne('holds no file');
  return file;
}

function openForm(mediaType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': mediaType }, limits: LIMITS, isPartAFile });
  } catch {
    throw malformed();
  }
}

/** A part with a file name, though it may be empty: nothing was chosen. */
function isPartAFile(_field: string | undefined, _type: string | undefined, name: string | undefined): boolean {
  return name !== undefined;
}

async function* bounded(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES + MOST_AROUND)
      throw new RefusalError(413, { code: 'too-large', facts: { mostBytes: MOST_BYTES } });
    yield chunk;
  }
}

function notOne(message: string): InputError {
  return new InputError([{ path: 'file', message }]);
}

function malformed(): InputError {
  return new InputError([], 'malformed', 'The form cannot be read.');
}
