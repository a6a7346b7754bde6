import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryInstallation, StorySession } from '@redress/scenario';
import { readableHistory } from '@redress/temporal/node';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { z } from 'zod';

const recorded = z.object({ events: z.array(z.unknown()) });
/** What an event tells of the machine, not of the life; no replay reads it. */
const OF_THE_MACHINE = ['identity', 'requestId', 'taskId', 'workerVersion', 'meteringMetadata', 'historySizeBytes'];

/** A life whose history is kept. */
export interface RecordedLife {
  readonly workflowId: string;
  /** Name of the file. */
  readonly name: string;
  /** What the life is about, for whoever opens the file. */
  readonly about: string;
}

/** Keeps histories in `workflows/<process>/histories`, where they are replayed on every run of the tests. */
export class HistoryKeeper {
  private readonly folder: string;

  constructor(
    process: string,
    private readonly say: (line: string) => void,
  ) {
    this.folder = join(import.meta.dirname, '../../../../workflows', process, 'histories');
  }

  /** Takes away what was recorded before. */
  async empty(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
  }

  /** Writes a history as it stands, an event a line. */
  async keep(session: StorySession, { temporal }: StoryInstallation, { workflowId, name, about }: RecordedLife) {
    const history = await session.temporal.workflow.getHandle(workflowId).fetchHistory();
    const readable = await readableHistory(JSON.parse(historyToJSON(history)), temporal.payloadKey);
    const events = recorded.parse(readable).events.map((event) => JSON.stringify(event, ofTheLife));
    const head = `{"about":${JSON.stringify(about)},"events":[`;
    await writeFile(join(this.folder, `${name}.json`), `${head}\n${events.join(',\n')}\n]}\n`);
    this.say(`recorded ${name}, ${events.length} events`);
  }
}

const ofTheLife = (name: string, value: unknown) => (OF_THE_MACHINE.includes(name) ? undefined : value);
