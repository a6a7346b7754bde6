import { workflowIdOf } from '@redress/contracts/workflow';
import { loadStoryBooks, type StoryVerdict } from '@redress/scenario';
import { HistoryKeeper } from './histories/history.keeper.ts';
import { normalEngines } from './story.installation.ts';
import { playOnOwnGround, type Played } from './stories/own.ground.ts';

const say = (line: string) => console.log(line);
const keeper = new HistoryKeeper('complaint', say);
const files = process.argv.slice(2);

/**
 * Plays every story, or these, and keeps the history of the first complaint of each:
 * `node deploy/e2e/dist/record-histories.js [FILE...]`.
 */
async function record(): Promise<void> {
  const engines = await normalEngines(say);
  try {
    if (files.length === 0) await keeper.empty();
    await playOnOwnGround(engines, loadStoryBooks(files), { say, after: keepAll });
  } finally {
    await engines.stop();
  }
}

async function keepAll({ session, ground, verdicts }: Played): Promise<void> {
  for (const verdict of verdicts) await keeper.keep(session, ground.story, lifeOf(verdict));
}

/** Throws for a story that did not come true: its life is none that the process should be held to. */
function lifeOf({ story: { file, title }, complaintId, failures }: StoryVerdict) {
  if (complaintId === null || failures.length > 0) throw new Error(failures.join('\n'));
  const name = file.replace(/\.yaml$/, '').replaceAll('/', '.');
  return { workflowId: workflowIdOf(complaintId), name, about: `${file}: ${title}` };
}

await record();
