import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataConverter, replayableHistory } from '@redress/temporal/node';
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

  /**
   * Replays these on this bundle of the processes, one after another on one worker. Answers by name what went wrong: a
   * DeterminismViolationError where the process does otherwise now, null where it does the same.
   */
  async replay(code: string, names = this.names): Promise<Map<string, Error | null>> {
    const histories = names.map((name) => ({ workflowId: name, history: this.replayable(name) }));
    const results = Worker.runReplayHistories(
      { workflowBundle: { code }, dataConverter: dataConverter(null) },
      histories,
    );
    const found = new Map<string, Error | null>();
    for await (const { workflowId, error } of results) found.set(workflowId, error ?? null);
    return found;
  }

  private replayable(name: string): unknown {
    return { events: replayableHistory(this.read(name).events) };
  }
}
