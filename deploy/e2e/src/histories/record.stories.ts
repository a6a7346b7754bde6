import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pid } from 'node:process';
import { openStorySession, type StorySession } from '@redress/scenario';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Company } from '../demo/company.ts';
import { normalEngines, prepareGround } from '../story.installation.ts';
import { readableHistory } from './readable.history.ts';

/** What a recording has to work with. */
export interface Recording {
  readonly company: Company;
  readonly session: StorySession;
  say(line: string): void;
  /** Writes the history of a workflow as it stands, under this name. */
  keep(workflowId: string, name: string): Promise<void>;
}

/**
 * Plays stories on an installation of their own and keeps histories in `workflows/<process>/histories`; they are replayed
 * on every run of the tests.
 */
export async function recordStories(process: string, play: (recording: Recording) => Promise<void>): Promise<void> {
  const folder = join(import.meta.dirname, '../../../../workflows', process, 'histories');
  const say = (line: string) => console.log(line);
  const engines = await normalEngines(say);
  const ground = await prepareGround(engines, { name: `rec_${pid}`, startsAt: '2026-11-23T01:00:00.000Z', say });
  const session = await openStorySession(ground.story);
  const keep = async (workflowId: string, name: string) => {
    const history = await session.temporal.workflow.getHandle(workflowId).fetchHistory();
    const json = JSON.parse(historyToJSON(history)) as unknown;
    const readable = await readableHistory(json, ground.story.temporal.payloadKey);
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(readable, null, 1)}\n`);
    say(`recorded ${name}`);
  };
  try {
    await mkdir(folder, { recursive: true });
    await play({ company: await Company.open(ground.story), session, say, keep });
  } finally {
    await session.close();
    await ground.clear();
    await engines.stop();
  }
}

