import { Inject, Injectable } from '@nestjs/common';
import { columnMapping, type ColumnMapping } from '@redress/contracts';
import { z } from 'zod';
import { FileStore } from './file.store.ts';
import { openFile, type ImportFile } from './import.file.ts';
import type { OpenImport } from './import.repository.ts';
import type { StringStore } from './xlsx/shared.strings.ts';

const strings = z.array(z.string());

/** The file of an import, and what goes with it, as it was kept. */
@Injectable()
export class StoredFile {
  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  /** Opens it at its beginning. */
  async open({ id, bytes, kind }: OpenImport): Promise<ImportFile> {
    const mapping = columnMapping.parse(JSON.parse(String(await this.files.get(id, 'mapping', 0))));
    return openFile(this.files.source(id, bytes), kind, mapping, this.strings(id));
  }

  async putMapping(id: string, mapping: ColumnMapping): Promise<void> {
    await this.files.put(id, 'mapping', 0, Buffer.from(JSON.stringify(mapping)));
  }

  strings(id: string): StringStore {
    return {
      put: (block, texts) => this.files.put(id, 'strings', block, Buffer.from(JSON.stringify(texts))),
      get: async (block) => strings.parse(JSON.parse(String(await this.files.get(id, 'strings', block)))),
    };
  }
}
