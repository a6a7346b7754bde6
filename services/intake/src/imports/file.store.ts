import { Inject, Injectable } from '@nestjs/common';
import { Database, PersonCipher } from '@redress/db';
import { StatedFault } from '@redress/service-kit';
import type { ByteSource } from './byte.source.ts';

/** The file as it came, texts taken out of it to be looked up, and how its columns are read. */
export type FilePart = 'file' | 'strings' | 'mapping';

const CHUNK_BYTES = 256 * 1024;

/** Keeps the file of an import until its rows have settled, under a key of the import; then nothing of it can be read. */
@Injectable()
export class FileStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PersonCipher) private readonly cipher: PersonCipher,
  ) {}

  /** Keeps what comes in, however large; answers its size. */
  async keep(importId: string, bytes: AsyncIterable<Buffer>): Promise<number> {
    let [size, n] = [0, 0];
    for await (const chunk of inChunks(bytes)) {
      await this.put(importId, 'file', n, chunk);
      n += 1;
      size += chunk.length;
    }
    return size;
  }

  source(importId: string, size: number): ByteSource {
    const read = (n: number) => this.get(importId, 'file', n);
    let last: { readonly n: number; readonly bytes: Buffer } | null = null;
    return {
      size,
      async *range(from, to) {
        for (let at = from; at < to;) {
          const n = Math.floor(at / CHUNK_BYTES);
          const bytes: Buffer = last?.n === n ? last.bytes : await read(n);
          last = { n, bytes };
          const start = n * CHUNK_BYTES;
          yield bytes.subarray(at - start, to - start);
          at = start + bytes.length;
        }
      },
    };
  }

  /** The same part again changes nothing. */
  async put(importId: string, part: FilePart, n: number, bytes: Buffer): Promise<void> {
    const sealed = await this.cipher.sealBytes(this.database, importId, columnOf(part, n), bytes);
    await this.database.query(
      `INSERT INTO intake.import_parts (import_id, part, n, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [importId, part, n, sealed],
    );
  }

  async get(importId: string, part: FilePart, n: number): Promise<Buffer> {
    const [row] = await this.database.query<{ sealed: Buffer }>(
      `SELECT sealed FROM intake.import_parts WHERE import_id = $1 AND part = $2 AND n = $3`,
      [importId, part, n],
    );
    const bytes =
      row === undefined ? null : await this.cipher.openBytes(this.database, importId, columnOf(part, n), row.sealed);
    if (bytes === null) throw new StatedFault('a part of an import is gone');
    return bytes;
  }
}

function columnOf(part: FilePart, n: number): string {
  return `import.${part}.${n}`;
}

/** All of one size but the last, so that it is known where each byte is kept. */
async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const some of bytes) {
    kept.push(some);
    size += some.length;
    if (size < CHUNK_BYTES) continue;
    const whole = Buffer.concat(kept);
    const end = size - (size % CHUNK_BYTES);
    for (let from = 0; from < end; from += CHUNK_BYTES) yield whole.subarray(from, from + CHUNK_BYTES);
    kept = [whole.subarray(end)];
    size -= end;
  }
  if (size > 0) yield Buffer.concat(kept);
}
