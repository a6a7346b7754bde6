import { Inject, Injectable } from '@nestjs/common';
import {
  columnsRead,
  readRow,
  type ColumnMapping,
  type RegisterComplaint,
  type Row,
  type RowEnding,
  type RowFault,
} from '@redress/contracts';
import { Database, isTransientFault, keyedHash, type Tx } from '@redress/db';
import {
  InputError,
  isStorable,
  RefusalError,
  SERVICE_CONFIG,
  SERVICE_LOG,
  type ServiceConfig,
  type ServiceLog,
} from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { ReceiptService } from '../receipts/receipt.service.ts';
import { HistoryWriter } from './history.writer.ts';
import type { FileRow } from './import.file.ts';
import { ImportRepository, type OpenImport } from './import.repository.ts';
import type { ImportRow } from './import.view.ts';

const NAMESPACE = '2c1c9f3e-0b5d-4c39-8f4e-6a2d90b7e5d1';
const AT_ONCE = 8;

/** How the rows of an import are loaded. */
export interface LoadSetting extends OpenImport {
  readonly mapping: ColumnMapping;
}

/** What became of a row; its number is read when it is shown. */
type Settled = Omit<ImportRow, 'number'>;

/** A row that is a complaint. */
interface Candidate {
  readonly line: number;
  readonly complaintId: string;
  readonly receipt: RegisterComplaint;
  readonly ending: RowEnding | null;
}

/** Loads rows, each whole or not at all; the same row again is the same complaint. */
@Injectable()
export class RowLoader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(ReceiptService) private readonly receipts: ReceiptService,
    @Inject(HistoryWriter) private readonly histories: HistoryWriter,
    @Inject(ImportRepository) private readonly imports: ImportRepository,
  ) {}

  /** A row that is loaded is settled with what it wrote; the others are for the caller to settle. */
  async load(rows: readonly FileRow[], setting: LoadSetting): Promise<Settled[]> {
    const read = rows.map((row) => this.read(row, setting));
    const settled = new Map<string, Settled>();
    const fresh = await this.unknown(read.filter(isCandidate));
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      const some = fresh.slice(from, from + AT_ONCE);
      // All have come to their end before a fault of one is told: whoever tries again finds nothing under way.
      const ends = await Promise.allSettled(
        some.map(async (one) => [one.complaintId, await this.loadOne(one, setting)] as const),
      );
      for (const end of ends) {
        if (end.status === 'rejected') throw end.reason;
        settled.set(...end.value);
      }
    }
    return read.map((one) => (isCandidate(one) ? sameAs(one, settled.get(one.complaintId)) : one));
  }

  private read(file: FileRow, { mapping, history, name }: LoadSetting): Settled | Candidate {
    const { line } = file;
    if ('broken' in file) return refused(line, [{ column: '', message: file.broken }]);
    const reading = readRow(mapping, file.row, history);
    if ('leftOut' in reading) return { line, outcome: 'left-out', complaintId: null, faults: [] };
    if ('faults' in reading) return refused(line, reading.faults);
    if (!isStorable(reading.receipt)) return refused(line, [{ column: '', message: 'holds the character U+0000' }]);
    return { line, complaintId: this.idOf(file.row, mapping, name), ...reading };
  }

  /** The first of each that no earlier row or import has written. */
  private async unknown(candidates: readonly Candidate[]): Promise<Candidate[]> {
    const firsts = new Map<string, Candidate>();
    for (const one of candidates) if (!firsts.has(one.complaintId)) firsts.set(one.complaintId, one);
    const known = await this.database.query<{ id: string }>(`SELECT id FROM intake.complaints WHERE id = ANY($1)`, [
      [...firsts.keys()],
    ]);
    for (const { id } of known) firsts.delete(id);
    return [...firsts.values()];
  }

  private async loadOne({ line, complaintId, receipt, ending }: Candidate, setting: LoadSetting): Promise<Settled> {
    const loaded: Settled = { line, outcome: 'loaded', complaintId, faults: [] };
    let wrote = false;
    const along = async (tx: Tx) => {
      wrote = true;
      await this.imports.settle(tx, setting.id, loaded);
    };
    try {
      if (ending === null)
        await this.receipts.registerUnder(complaintId, receipt, setting.actor, { byForm: false, along });
      else await this.histories.write(complaintId, receipt, ending, setting.actor, along);
      return wrote ? loaded : { ...loaded, outcome: 'known' };
    } catch (fault) {
      return refused(line, this.faultsOf(fault, setting, line));
    }
  }

  /** A keyed hash of what makes the row this row: the import's name, and its telling cells. */
  private idOf(row: Row, mapping: ColumnMapping, name: string): string {
    const telling = mapping.identity ?? [...columnsRead(mapping)].sort();
    const cells = telling.map((column) => [column, row[column] ?? '']);
    const hash = keyedHash(this.config.hmacKey, 'import.row', JSON.stringify([name, cells]));
    return uuid5(hash.toString('hex'), NAMESPACE);
  }

  /** An expected no is the row's, and so is a fault of ours that it alone meets; what may pass by itself is nobody's. */
  private faultsOf(fault: unknown, { id: importId }: LoadSetting, line: number): RowFault[] {
    if (fault instanceof InputError) return fault.errors.map(({ path, message }) => ({ column: path, message }));
    if (fault instanceof RefusalError && fault.status < 500) return [{ column: '', message: fault.refusal.code }];
    if (fault instanceof RefusalError || isTransientFault(fault)) throw fault;
    this.log.error({ err: fault, importId, line }, 'a row of an import could not be loaded');
    return [{ column: '', message: 'could not be loaded: a fault of ours, which is in the log' }];
  }
}

function isCandidate(one: Settled | Candidate): one is Candidate {
  return 'receipt' in one;
}

/** A row that stands twice is what its first one is: known by it, or refused like it. */
function sameAs({ line, complaintId }: Candidate, first: Settled | undefined): Settled {
  if (first === undefined || (first.line !== line && first.outcome === 'loaded'))
    return { line, outcome: 'known', complaintId, faults: [] };
  return { ...first, line };
}

function refused(line: number, faults: readonly RowFault[]): Settled {
  return { line, outcome: 'refused', complaintId: null, faults: [...faults] };
}
