import { LONGEST_ROW, MOST_CELLS } from '../import.limits.ts';
import { columnOf, type SheetCell } from './cell.text.ts';
import type { XmlHandler } from './xml.reader.ts';

/** A row as the sheet has it; null instead of cells where it has more than a row may have. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly SheetCell[] | null;
}

/** Gathers rows from the elements of a sheet; whoever reads takes them from time to time. */
export class SheetCollector implements XmlHandler {
  private gathered: SheetRow[] = [];
  private line = 0;
  private column = -1;
  private cells: SheetCell[] = [];
  private size = 0;
  private beyond = false;
  private cell: { column: number; type: string; style: number } | null = null;
  private value = '';
  /** Within `v` or the `t` of a text that stands in the cell itself, and in no reading aid. */
  private reads = false;
  private aids = false;

  take(): SheetRow[] {
    const { gathered } = this;
    this.gathered = [];
    return gathered;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(Number(attributes['r']));
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.reads = this.cell !== null && !this.aids;
    else if (name === 'rPh') this.aids = true;
  }

  text(text: string): void {
    if (!this.reads || this.size > LONGEST_ROW) return;
    this.size += text.length;
    this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reads = false;
    else if (name === 'rPh') this.aids = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  /** Rows say which they are; one that lies is the next one. */
  private openRow(told: number): void {
    this.line = Number.isSafeInteger(told) && told > this.line ? told : this.line + 1;
    this.column = -1;
    this.cells = [];
    this.size = 0;
    this.beyond = false;
  }

  private openCell({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.column = columnOf(r) ?? this.column + 1;
    this.cell = { column: this.column, type: t, style: Number(s) };
    this.value = '';
  }

  private closeCell(): void {
    const { cell, value } = this;
    this.cell = null;
    if (cell === null || value === '') return;
    if (this.cells.length < MOST_CELLS && cell.column < MOST_CELLS) this.cells.push({ ...cell, value });
    else this.beyond = true;
  }

  private closeRow(): void {
    const beyond = this.beyond || this.size > LONGEST_ROW;
    this.gathered.push({ line: this.line, cells: beyond ? null : this.cells });
  }
}
