import { readFileSync, writeFileSync } from 'node:fs';
import type { ServiceProcess } from '@redress/launch';

const KB_OF_A_MB = 1_024;
const FORGETS_THE_PEAK = '5';

/** The most memory that a process has held, as Linux counts it. */
export class MemoryMeter {
  constructor(private readonly process: ServiceProcess) {}

  /** From now on. */
  reset(): void {
    writeFileSync(`/proc/${this.process.pid}/clear_refs`, FORGETS_THE_PEAK);
  }

  peakMb(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / KB_OF_A_MB);
  }
}
