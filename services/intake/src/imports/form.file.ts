import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { InputError, RefusalError } from '@redress/service-kit';

/** What the form of a browser sends. */
export const FORM_TYPE = 'multipart/form-data';
/** Boundaries, headers and other fields of a form with one file. */
export const MOST_AROUND_BYTES = 64 * 1024;
const MOST_FIELDS = 20;
const LIMITS = { parts: MOST_FIELDS + 2, fields: MOST_FIELDS, fieldSize: 1_024, headerPairs: 20, headerSize: 8_192 };

/**
 * The one file of a form as it comes in. That the form has two, or is broken, may be known at its end only: nothing of the
 * file is to be believed before. Throws InputError for a form that has not one file.
 */
export async function* fileOfForm(body: AsyncIterable<Buffer>, mediaType: string): AsyncGenerator<Buffer, void> {
  const form = openForm(mediaType);
  const taken = new PassThrough();
  let files = 0;
  form.on('file', (_field: string, file: BusboyFileStream, name: string | undefined) => {
    // What breaks inside a file breaks the form, which says so.
    file.on('error', () => {});
    if (!name) return void file.resume();
    if ((files += 1) > 1) form.destroy(notOne('holds more than one file'));
    else file.pipe(taken, { end: false });
  });
  for (const limit of ['partsLimit', 'fieldsLimit'] as const)
    form.once(limit, () => form.destroy(notOne('holds more than a file and a few fields')));
  void pipeline(body, form).then(
    () => taken.end(),
    (fault: unknown) => taken.destroy(isForTheCaller(fault) ? fault : malformed()),
  );
  try {
    yield* taken as AsyncIterable<Buffer>;
  } finally {
    form.destroy();
  }
  if (files === 0) throw notOne('holds no file');
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

function isForTheCaller(fault: unknown): fault is Error {
  return fault instanceof InputError || fault instanceof RefusalError;
}

function notOne(message: string): InputError {
  return new InputError([{ path: 'file', message }]);
}

function malformed(): InputError {
  return new InputError([], 'malformed', 'The form cannot be read.');
}
