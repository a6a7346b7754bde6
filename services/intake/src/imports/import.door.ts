import { Inject, Injectable } from '@nestjs/common';
import type { ColumnMapping } from '@redress/contracts';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { v4 as uuid4 } from 'uuid';
import { FileStore } from './file.store.ts';
import { fileKind, openFile } from './import.file.ts';
import { ImportQueries } from './import.queries.ts';
import { mappingAskedFor, type ImportQuery } from './import.query.ts';
import { ImportRepository } from './import.repository.ts';
import { ImportRunner } from './import.runner.ts';
import type { ImportReceipt } from './import.view.ts';
import { StoredFile } from './stored.file.ts';
import { encodingNamed, type Encoding } from './text.decoder.ts';

/** Takes a file in: it is kept as it comes, its header is understood, and only then is it an import (INT-13). */
@Injectable()
export class ImportDoor {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(StoredFile) private readonly stored: StoredFile,
    @Inject(ImportRepository) private readonly imports: ImportRepository,
    @Inject(ImportQueries) private readonly queries: ImportQueries,
    @Inject(ImportRunner) private readonly runner: ImportRunner,
  ) {}

  /** Throws RefusalError 413 and 422, InputError for a mapping or a form that is none; nothing is kept of such a file. */
  async take(bytes: AsyncIterable<Buffer>, query: ImportQuery, actor: Actor): Promise<ImportReceipt> {
    const named = query.encoding === undefined ? null : encodingNamed(query.encoding);
    const asked = mappingAskedFor(query.mapping);
    const id = uuid4();
    await this.imports.begin(id, query.history, query.name, actor, await this.clock.now(this.database));
    try {
      const columnsIgnored = await this.keep(id, bytes, named, asked);
      this.runner.wake();
      return { ...(await this.queries.view(id)), columnsIgnored };
    } catch (fault) {
      await this.imports.forget(id);
      throw fault;
    }
  }

  /** Answers the columns that nobody reads. */
  private async keep(
    id: string,
    bytes: AsyncIterable<Buffer>,
    named: Encoding | null,
    asked: ColumnMapping | null,
  ): Promise<string[]> {
    const size = await this.files.keep(id, bytes);
    const source = this.files.source(id, size);
    const kind = await fileKind(source, named);
    const file = await openFile(source, kind, asked, this.stored.strings(id));
    await file.rows.return();
    await this.stored.putMapping(id, file.mapping);
    await this.imports.received(id, kind, file.mapping.name, size);
    return [...file.columnsIgnored];
  }
}
