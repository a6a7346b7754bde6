import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { RefusalError } from '@redress/service-kit';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile as Zip } from 'yauzl';
import type { ByteSource } from '../byte.source.ts';
import { MOST_PARTS } from '../import.limits.ts';
import { spreadsheetBroken, spreadsheetTooLarge } from './spreadsheet.refusal.ts';

const STORED = 0;
const DEFLATED = 8;

/** The parts of a zip file, each read as a stream from wherever it lies; never more than asked for, whatever it says. */
export class ZipFile {
  private constructor(
    private readonly source: ByteSource,
    private readonly reader: SourceReader,
    private readonly zip: Zip,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws RefusalError 422 for what is no sound zip file. */
  static async open(source: ByteSource): Promise<ZipFile> {
    const reader = new SourceReader(source);
    const options = { lazyEntries: true, autoClose: false };
    return reader.orRefused(async () => {
      const zip = await fromRandomAccessReaderPromise(reader, source.size, options);
      if (zip.entryCount > MOST_PARTS) throw spreadsheetBroken();
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      return new ZipFile(source, reader, zip, entries);
    });
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A part as it is inflated; `onRead` hears how much of it, as it lies there, has been read. Throws RefusalError 422. */
  async *read(name: string, mostBytes: number, onRead?: (share: number) => void): AsyncGenerator<Buffer, void> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined || entry.isEncrypted()) throw spreadsheetBroken();
    const { compressionMethod: method, compressedSize } = entry;
    if (method !== STORED && method !== DEFLATED) throw spreadsheetBroken();
    const start = await this.startOf(entry);
    const lying = counted(this.source.range(start, start + compressedSize), compressedSize, onRead);
    let size = 0;
    for await (const chunk of method === STORED ? lying : inflated(lying)) {
      size += chunk.length;
      if (size > mostBytes) throw spreadsheetTooLarge(mostBytes);
      yield chunk;
    }
  }

  /** Beyond the end lies nothing that could be a part. */
  private async startOf(entry: Entry): Promise<number> {
    const { fileDataStart } = await this.reader.orRefused(() =>
      this.zip.readLocalFileHeaderPromise(entry, { minimal: true }),
    );
    if (fileDataStart + entry.compressedSize > this.source.size) throw spreadsheetBroken();
    return fileDataStart;
  }
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  whole: number,
  onRead: ((share: number) => void) | undefined,
): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    onRead?.(read / whole);
    yield chunk;
  }
}

async function* inflated(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  // A fault of either side ends the other, and comes out of the loop below.
  pipeline(Readable.from(bytes), inflate, () => {});
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (fault) {
    throw isOfZlib(fault) ? spreadsheetBroken() : fault;
  }
}

function isOfZlib(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && String(fault.code).startsWith('Z_');
}

/** Reads where the library wants to; a fault of the source is kept apart from one of the file. */
class SourceReader extends RandomAccessReader {
  private fault: unknown = null;

  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.range(start, end)).once('error', (fault) => (this.fault = fault));
  }

  async orRefused<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (fault) {
      throw this.fault ?? (fault instanceof RefusalError ? fault : spreadsheetBroken());
    }
  }
}
