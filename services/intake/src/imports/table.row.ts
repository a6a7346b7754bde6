/** A row of a file: the line it begins on, and its cells or why it cannot be read. */
export type TableRow =
  { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly broken: string };

/** The rows of a file, the header first. */
export interface Table {
  readonly rows: AsyncGenerator<TableRow, void>;
  /** How much of the file has been read, from 0 to 1. */
  share(): number;
}
