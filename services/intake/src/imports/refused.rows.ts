import { Inject, Injectable } from '@nestjs/common';
import { ImportQueries } from './import.queries.ts';

const PAGE = 500;

/** The refused rows of an import as lines of a table, page by page as they are read (INT-13). */
@Injectable()
export class RefusedRows {
  constructor(@Inject(ImportQueries) private readonly imports: ImportQueries) {}

  async *pages(importId: string): AsyncGenerator<readonly (readonly string[])[], void> {
    yield [['line', 'column', 'reason']];
    for (let after: number | undefined; ;) {
      const { items, next } = await this.imports.rows(importId, { outcome: 'refused', limit: PAGE, after });
      yield items.flatMap(({ line, faults }) => faults.map(({ column, message }) => [String(line), column, message]));
      if (next === null) return;
      after = Number(next);
    }
  }
}
