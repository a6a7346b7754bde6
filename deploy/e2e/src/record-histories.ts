import { workflowIdOf } from '@redress/contracts/workflow';
import { loadStoryBooks } from '@redress/scenario';
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

/** A story that did not come true is left out and named: its life is none that the process should be held to. */
async function keepAll({ session, ground, verdicts }: Played): Promise<void> {
  for (const { story, complaintId, failures } of verdicts) {
    const { file, title } = story;
    const name = file.replace(/\.yaml$/, '').replaceAll('/', '.');
    if (complaintId !== null && failures.length === 0)
      await keeper.keep(session, ground.story, {
        workflowId: workflowIdOf(complaintId),
        name,
        about: `${file}: ${title}`,
      });
    else leaveOut(file, failures);
  }
}

function leaveOut(file: string, failures: readonly string[]): void {
  say(`not recorded: ${file}\n${failures.join('\n')}`);
  process.exitCode = 1;
}

await record();
