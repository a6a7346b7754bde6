import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataConverter } from '@redress/temporal/node';
import { Worker } from '@temporalio/worker';
import type { RecordedHistory } from './history.budget.ts';

/** The recorded histories of one process, by the name of its folder in `workflows/`. */
export class RecordedHistories {
  readonly names: readonly string[];
  private readonly folder: string;

  constructor(process: string) {
    this.folder = join(import.meta.dirname, '../..', process, 'histories');
    this.names = readdirSync(this.folder).filter((name) => name.endsWith('.json'));
  }

  read(name: string): RecordedHistory {
    return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as RecordedHistory;
  }

  /** Replays one on this bundle of the processes. @throws DeterminismViolationError when the process does otherwise now. */
  replay(code: string, name: string): Promise<void> {
    return Worker.runReplayHistory({ workflowBundle: { code }, dataConverter: dataConverter(null) }, this.read(name));
  }
}
