import { Inject, Injectable } from '@nestjs/common';
import { columnsRead, readRow, type ColumnMapping, type Row, type RowFault } from '@redress/contracts';
import { Database, keyedHash } from '@redress/db';
import type { Actor } from '@redress/policy';
import { InputError, isStorable, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { ReceiptService } from '../receipts/receipt.service.ts';
import { HistoryWriter } from './history.writer.ts';
import type { FileRow } from './import.file.ts';
import type { ImportRow } from './import.view.ts';

const NAMESPACE = '2c1c9f3e-0b5d-4c39-8f4e-6a2d90b7e5d1';

/** How the rows of one import are loaded. */
export interface LoadSetting {
  readonly mapping: ColumnMapping;
  readonly history: boolean;
  readonly name: string;
  readonly actor: Actor;
  /** Ids of the rows that have been taken already: a file may hold a row twice. */
  readonly taken: Set<string>;
}

/** Loads one row, whole or not at all; the same row again is the same complaint. */
@Injectable()
export class RowLoader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(ReceiptService) private readonly receipts: ReceiptService,
    @Inject(HistoryWriter) private readonly histories: HistoryWriter,
  ) {}

  async load(file: FileRow, setting: LoadSetting): Promise<ImportRow> {
    if ('broken' in file) return refused(file.line, [{ column: '', message: file.broken }]);
    const reading = readRow(setting.mapping, file.row, setting.history);
    if ('leftOut' in reading) return result(file.line, 'left-out', null);
    if ('faults' in reading) return refused(file.line, reading.faults);
    if (!isStorable(reading.receipt))
      return refused(file.line, [{ column: '', message: 'holds the character U+0000' }]);
    const id = this.idOf(file.row, setting);
    const isAgain = setting.taken.has(id);
    setting.taken.add(id);
    const number = await this.numberOf(id);
    if (isAgain || number !== null) return result(file.line, 'known', id, number);
    try {
      const { receipt, ending } = reading;
      if (ending === null) await this.receipts.registerUnder(id, receipt, setting.actor, { byForm: false });
      else await this.histories.write(id, receipt, ending, setting.actor);
      return result(file.line, 'loaded', id, await this.numberOf(id));
    } catch (fault) {
      setting.taken.delete(id);
      return refused(file.line, faultsOf(fault));
    }
  }

  /** A keyed hash of what makes the row this row: the import's name, and its telling cells. */
  private idOf(row: Row, { mapping, name }: LoadSetting): string {
    const telling = mapping.identity ?? [...columnsRead(mapping)].sort();
    const cells = telling.map((column) => [column, row[column] ?? '']);
    const hash = keyedHash(this.config.hmacKey, 'import.row', JSON.stringify([name, cells]));
    return uuid5(hash.toString('hex'), NAMESPACE);
  }

  private async numberOf(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ number: string }>(`SELECT number FROM intake.complaints WHERE id = $1`, [
      id,
    ]);
    return row?.number ?? null;
  }
}

/** An expected no is the row's; a fault is nobody's row and stops the import, which may be sent again. */
function faultsOf(fault: unknown): RowFault[] {
  if (fault instanceof InputError) return fault.errors.map(({ path, message }) => ({ column: path, message }));
  if (fault instanceof RefusalError && fault.status < 500) return [{ column: '', message: fault.refusal.code }];
  throw fault;
}

function refused(line: number, faults: readonly RowFault[]): ImportRow {
  return { ...result(line, 'refused', null), faults: [...faults] };
}

function result(
  line: number,
  outcome: ImportRow['outcome'],
  complaintId: string | null,
  number: string | null = null,
): ImportRow {
  return { line, outcome, complaintId, number, faults: [] };
}
