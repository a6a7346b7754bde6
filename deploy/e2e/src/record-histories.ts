import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorySession } from '@redress/scenario';
import { workflowIdOf } from '@redress/contracts/workflow';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Company } from './demo/company.ts';
import { play } from './demo/play.ts';
import { STORYLINES } from './demo/storylines.ts';
import { readableHistory } from './histories/readable.history.ts';
import { ownComplaints } from './inputs/own.complaints.ts';
import { normalEngines, prepareGround } from './story.installation.ts';

/** Where recorded histories live; they are replayed on every run of the tests. */
const HISTORIES = join(import.meta.dirname, '../../../workflows/complaint/histories');

/** Plays every storyline once and keeps the history of each: `node deploy/e2e/dist/record-histories.js`. */
async function record(): Promise<void> {
  const say = (line: string) => console.log(line);
  const engines = await normalEngines(say);
  const ground = await prepareGround(engines, {
    name: `rec_${process.pid}`,
    startsAt: '2026-11-23T01:00:00.000Z',
    say,
  });
  const session = await openStorySession(ground.story);
  try {
    const company = await Company.open(ground.story);
    const lives = await play(session, company, ownComplaints(STORYLINES.length), { say });
    await mkdir(HISTORIES, { recursive: true });
    for (const [index, life] of lives.entries()) {
      const history = await session.temporal.workflow.getHandle(workflowIdOf(life.id)).fetchHistory();
      const readable = await readableHistory(
        JSON.parse(historyToJSON(history)) as unknown,
        ground.story.temporal.payloadKey,
      );
      const name = `${STORYLINES[index]?.name.replaceAll(/[^a-z]+/gi, '-')}.json`;
      await writeFile(join(HISTORIES, name), `${JSON.stringify(readable, null, 1)}\n`);
      say(`recorded ${name}`);
    }
  } finally {
    await session.close();
    await ground.clear();
    await engines.stop();
  }
}

await record();
