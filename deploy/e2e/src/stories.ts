import { parseArgs } from 'node:util';
import {
  faultsOfVerdict,
  loadStoryBooks,
  STORIES_FOLDER,
  StoryRefused,
  verdictLines,
  type StoryBook,
} from '@redress/scenario';
import { playOnOwnGround } from './stories/own.ground.ts';
import { normalEngines } from './story.installation.ts';

const HELP = `npm run stories [-- FILE...]
  plays every story of libs/scenario/stories, or those of these files, on an installation of its own:
  each as it is, and once more under a pack with one number shifted, which it must not survive
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h', default: false } },
});

const say = (line: string) => console.log(line);

async function stories(): Promise<number> {
  const books = booksCalled(positionals);
  if (books === null) return 2;
  const startedAt = Date.now();
  const engines = await normalEngines(say);
  try {
    const verdicts = await playOnOwnGround(engines, books, { say });
    say('');
    for (const verdict of verdicts) for (const line of verdictLines(verdict)) say(line);
    const failed = verdicts.filter((verdict) => faultsOfVerdict(verdict).length > 0).length;
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    say(`\n${verdicts.length - failed} stories came true, ${failed} failed, in ${seconds} s`);
    return failed === 0 ? 0 : 1;
  } finally {
    await engines.stop();
  }
}

/** The stories that were asked for; null, and a sentence, where there are none or one cannot be read. */
function booksCalled(files: readonly string[]): StoryBook[] | null {
  try {
    const books = loadStoryBooks(files);
    if (books.length > 0) return books;
    say(`There is no story called ${files.join(' or ')} in ${STORIES_FOLDER}.`);
  } catch (fault) {
    if (!(fault instanceof StoryRefused)) throw fault;
    say(fault.message);
  }
  return null;
}

if (values.help) say(HELP);
else process.exitCode = await stories();
