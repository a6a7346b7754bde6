import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '../api/api.error.ts';
import type { InstallationApi } from '../api/installation.api.ts';

export interface ExportOptions {
  readonly query: readonly (readonly [string, string])[];
  readonly format: 'csv' | 'xlsx';
  readonly json: boolean;
}

/** Writes a list to a file, which is there only once it is whole; `-` is standard output. */
export async function exportCommand(
  file: string,
  { query, format, json }: ExportOptions,
  api: InstallationApi,
  say: (line: string) => void,
): Promise<number> {
  const { body } = await api.demand(`/complaints.${format}?${new URLSearchParams(query.map(([...pair]) => pair))}`);
  if (body === null) throw new ApiError('The answer is empty.');
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  if (file === '-') {
    await brokenOff(pipeline(source, process.stdout, { end: false }));
    return 0;
  }
  const part = `${file}.part`;
  try {
    await brokenOff(pipeline(source, counted, createWriteStream(part)));
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  say(json ? JSON.stringify({ file, format, bytes }) : `${file}: ${bytes} bytes.`);
  return 0;
}

/** What the file's name asks for. Throws ApiError. */
export function formatOf(file: string): 'csv' | 'xlsx' {
  if (file === '-' || /\.csv$/i.test(file)) return 'csv';
  if (/\.xlsx$/i.test(file)) return 'xlsx';
  throw new ApiError(`A file for the export ends in .csv or .xlsx, not ${file}.`);
}

async function brokenOff(transfer: Promise<void>): Promise<void> {
  await transfer.catch((fault: unknown) => {
    throw new ApiError(`The export broke off: ${fault instanceof Error ? fault.message : String(fault)}. Ask again.`);
  });
}
