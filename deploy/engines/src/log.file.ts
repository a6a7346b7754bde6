import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATED_ABOVE_BYTES = 20_000_000;
const TAIL_LINES = 15;

/** A log file opened for appending; what it held above 20 MB is moved aside first. */
export class LogFile {
  readonly file: string;
  #startsAt = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** A descriptor for the next run of the program; the caller closes it with `close`. */
  open(): number {
    mkdirSync(dirname(this.file), { recursive: true });
    if (sizeOf(this.file) > ROTATED_ABOVE_BYTES) renameSync(this.file, `${this.file}.1`);
    this.#startsAt = sizeOf(this.file);
    return openSync(this.file, 'a');
  }

  close(descriptor: number): void {
    closeSync(descriptor);
  }

  /** The last lines written since `open`. */
  tail(): string {
    const bytes = readFileSync(this.file).subarray(this.#startsAt);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
