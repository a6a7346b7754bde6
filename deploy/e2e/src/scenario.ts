import { parseArgs } from 'node:util';
import {
  faultsOfVerdict,
  findStories,
  storyLines,
  StoryRefused,
  verdictLines,
  type StoryBook,
} from '@redress/scenario';
import { playOnOwnGround } from './stories/own.ground.ts';
import { normalEngines } from './story.installation.ts';

const HELP = `npx redress scenario run [FILE...]
  plays stories on an installation of its own, with real engines and a clock that goes from due instant to due instant:
  files or folders anywhere on disk, or stories of the product by name (levels/handled-in-time); without any, all of these.
  Prints each line by line: when, who does what, what was seen (✓) and what was not (✗), with the requirements that it shows.
  Each story is played once more under its pack with one number shifted, which it must not survive.

npx redress scenario check [FILE...]
  reads them and says line by line what is wrong; nothing is started

  --brief     one line a story, and what was not as it says
  --once      plays no copies under a shifted pack

Ends with 0 when all came true, with 1 when one did not, with 2 when one cannot be read.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    brief: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
  },
});

const say = (line: string) => console.log(line);

async function scenario(): Promise<number> {
  const [act, ...files] = positionals;
  if (act !== 'run' && act !== 'check') {
    say(HELP);
    return 2;
  }
  const books = booksCalled(files);
  if (books === null) return 2;
  return act === 'run' ? run(books) : checked(books);
}

async function run(books: readonly StoryBook[]): Promise<number> {
  const startedAt = Date.now();
  const engines = await normalEngines(say);
  try {
    const verdicts = await playOnOwnGround(engines, books, { say, copies: !values.once });
    for (const verdict of verdicts) for (const line of values.brief ? [] : ['', ...storyLines(verdict)]) say(line);
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

function checked(books: readonly StoryBook[]): number {
  for (const { stories } of books) for (const { file, title } of stories) say(`can be played  ${file}: ${title}`);
  return 0;
}

/** The stories that were asked for; null, and a sentence for each mistake, where one cannot be read. */
function booksCalled(files: readonly string[]): StoryBook[] | null {
  try {
    const books = findStories(files, process.cwd());
    if (books.length > 0) return books;
    say('There is no story there.');
  } catch (fault) {
    if (!(fault instanceof StoryRefused)) throw fault;
    say(fault.message);
  }
  return null;
}

if (values.help) say(HELP);
else process.exitCode = await scenario();
