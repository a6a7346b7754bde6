import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import { DomainClock, RefusalError } from '@redress/service-kit';
import type { FileRow, ImportFile } from './import.file.ts';
import { MOST_ROWS } from './import.limits.ts';
import { ImportRepository, type OpenImport } from './import.repository.ts';
import { RowLoader } from './row.loader.ts';
import { StoredFile } from './stored.file.ts';

/** So many rows are settled before the import moves on. */
const GROUP = 64;

/** Loads the rows of an import from where it stands: bad rows are told, good rows load (INT-13). */
@Injectable()
export class ImportLoader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(ImportRepository) private readonly imports: ImportRepository,
    @Inject(StoredFile) private readonly stored: StoredFile,
    @Inject(RowLoader) private readonly rows: RowLoader,
  ) {}

  /** Until its end, or until it is to stop. What cannot be read ends it; throws whatever another try may heal. */
  async load(one: OpenImport, isStopping: () => boolean): Promise<void> {
    try {
      if (!(await this.loadRows(one, isStopping))) return;
      await this.end(one.id, null);
    } catch (fault) {
      if (!(fault instanceof RefusalError) || fault.status >= 500) throw fault;
      await this.end(one.id, fault);
    }
  }

  private async end(id: string, fault: RefusalError | null): Promise<void> {
    await this.imports.end(id, await this.clock.now(this.database), fault?.refusal ?? null);
  }

  /** False when it was stopped before the end. */
  private async loadRows(one: OpenImport, isStopping: () => boolean): Promise<boolean> {
    const file = await this.stored.open(one);
    let { line } = one;
    for await (const group of groupsAfter(file.rows, line)) {
      if (isStopping()) return false;
      await this.loadGroup({ ...one, line }, group, file);
      line = group.at(-1)?.line ?? line;
    }
    return true;
  }

  private async loadGroup(one: OpenImport, group: readonly FileRow[], { mapping, share }: ImportFile): Promise<void> {
    const settled = await this.imports.settled(
      one.id,
      group.map(({ line }) => line),
    );
    const fresh = group.filter(({ line }) => !settled.has(line));
    const rows = await this.rows.load(fresh, { ...one, mapping });
    const outcomes = [...settled.values(), ...rows.map(({ outcome }) => outcome)];
    await this.database.tx(async (tx) => {
      for (const row of rows) if (row.outcome !== 'loaded') await this.imports.settle(tx, one.id, row);
      await this.imports.moveOn(tx, one, group.at(-1)?.line ?? one.line, share(), outcomes);
    });
  }
}

async function* groupsAfter(rows: AsyncIterable<FileRow>, line: number): AsyncGenerator<readonly FileRow[]> {
  let group: FileRow[] = [];
  let read = 0;
  for await (const row of rows) {
    if ((read += 1) > MOST_ROWS) throw new RefusalError(413, { code: 'too-many-rows', facts: { mostRows: MOST_ROWS } });
    if (row.line <= line) continue;
    group.push(row);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
