import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@redress/policy';
import { RefusalError } from '@redress/service-kit';
import { openFile, type FileRow } from './import.file.ts';
import { MOST_BYTES, MOST_ROWS } from './import.limits.ts';
import { mappingAskedFor, type ImportQuery } from './import.query.ts';
import type { ImportRow, ImportView } from './import.view.ts';
import { RowLoader, type LoadSetting } from './row.loader.ts';
import { decodeText, encodingNamed } from './text.decoder.ts';

const AT_ONCE = 8;

/** Loads a file row by row as it comes in: bad rows are told, good rows load (INT-13). Sending it again does no harm. */
@Injectable()
export class ImportService {
  constructor(@Inject(RowLoader) private readonly loader: RowLoader) {}

  /** Throws RefusalError 413 and 422 with what has been loaded until then, InputError for a mapping that is none. */
  async run(bytes: AsyncIterable<Buffer>, query: ImportQuery, actor: Actor): Promise<ImportView> {
    const named = query.encoding === undefined ? null : encodingNamed(query.encoding);
    const asked = mappingAskedFor(query.mapping);
    const { encoding, text } = await decodeText(counted(bytes), named);
    const { mapping, columnsIgnored, rows } = await openFile(text, asked);
    const { history, name } = query;
    const loaded = await this.loadAll(rows, { mapping, history, name, actor, taken: new Set() });
    return { mapping: mapping.name, encoding, columnsIgnored: [...columnsIgnored], ...countsOf(loaded), rows: loaded };
  }

  private async loadAll(rows: AsyncIterable<FileRow>, setting: LoadSetting): Promise<ImportRow[]> {
    const done: ImportRow[] = [];
    try {
      for await (const group of inGroups(rows)) {
        if (done.length + group.length > MOST_ROWS)
          throw new RefusalError(413, { code: 'too-many-rows', facts: { mostRows: MOST_ROWS } });
        done.push(...(await Promise.all(group.map((row) => this.loader.load(row, setting)))));
      }
    } catch (fault) {
      throw withCounts(fault, done);
    }
    return done;
  }
}

async function* inGroups(rows: AsyncIterable<FileRow>): AsyncGenerator<readonly FileRow[]> {
  let group: FileRow[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** A file may announce less than it sends, or nothing. */
async function* counted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RefusalError(413, { code: 'too-large', facts: { mostBytes: MOST_BYTES } });
    yield chunk;
  }
}

/** Rows before the one that stopped the file are loaded, and the caller is told. */
function withCounts(fault: unknown, rows: readonly ImportRow[]): unknown {
  if (!(fault instanceof RefusalError)) return fault;
  const facts = { ...fault.refusal.facts, ...countsOf(rows), afterLine: rows.at(-1)?.line ?? 1 };
  return new RefusalError(fault.status, { ...fault.refusal, facts }, fault.headers);
}

function countsOf(rows: readonly ImportRow[]): Pick<ImportView, 'loaded' | 'known' | 'leftOut' | 'refused'> {
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return { loaded: count('loaded'), known: count('known'), leftOut: count('left-out'), refused: count('refused') };
}
