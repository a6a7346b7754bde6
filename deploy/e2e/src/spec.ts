import { parseArgs } from 'node:util';
import { DocumentRefused } from '@redress/packs';
import { findStories, StoryRefused, withOnly, type StoryBook } from '@redress/scenario';
import { prove } from './spec/prove.ts';
import { readRequirements, REQUIREMENTS_FILE, type Requirement } from './spec/requirements.ts';
import { linesIn, playedLines, shownRequirements, sumOf, tableLines } from './spec/spec.table.ts';
import { playOnOwnGround } from './stories/own.ground.ts';
import { normalEngines } from './story.installation.ts';

const HELP = `npm run spec [-- OPTIONS] [FILE...]
  plays the stories and prints for each requirement the line that shows it, and whether it has passed;
  fails on one that no line shows. With files, only what these show.

  --list        which lines show what; nothing is played
  --all         every line that shows a requirement, not the first
  --only IDS    only these, as PRC-2,PRC-9a
  --prove       changes for each requirement a value of the pack or a rule, never a test, and fails unless its own line fails
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    list: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    prove: { type: 'boolean', default: false },
  },
});

const say = (line: string) => console.log(line);

async function spec(): Promise<number> {
  const books = findStories(positionals, process.cwd());
  const lines = linesIn(books);
  const requirements = wanted(readRequirements()).filter(
    ({ id }) => positionals.length === 0 || lines.some((line) => line.id === id),
  );
  if (values.prove) return prove(books, requirements, say);
  const ids = requirements.map(({ id }) => id);
  const played = values.list ? lines : await play(showing(books, ids));
  const shown = shownRequirements(requirements, played);
  for (const line of tableLines(shown, { all: values.all })) say(line);
  const { line, good } = sumOf(shown);
  say(`\n${line}`);
  return good ? 0 : 1;
}

function wanted(requirements: readonly Requirement[]): readonly Requirement[] {
  if (values.only === undefined) return requirements;
  const ids = values.only.split(',');
  const unknown = ids.filter((id) => !requirements.some((one) => one.id === id));
  if (unknown.length > 0) throw new StoryRefused(`${unknown.join(', ')}: no such id in ${REQUIREMENTS_FILE}`);
  return requirements.filter(({ id }) => ids.includes(id));
}

/** Only the stories in which something is shown. */
function showing(books: readonly StoryBook[], ids: readonly string[]): StoryBook[] {
  return withOnly(books, ({ items }) =>
    items.some(({ expects }) => expects.some((one) => one.ids.some((id) => ids.includes(id)))),
  );
}

async function play(books: readonly StoryBook[]) {
  if (books.length === 0) return [];
  const engines = await normalEngines(say);
  try {
    return playedLines(await playOnOwnGround(engines, books, { say, copies: false }));
  } finally {
    await engines.stop();
  }
}

async function run(): Promise<number> {
  if (values.help) {
    say(HELP);
    return 0;
  }
  try {
    return await spec();
  } catch (fault) {
    if (!(fault instanceof StoryRefused) && !(fault instanceof DocumentRefused)) throw fault;
    say(fault.message);
    return 2;
  }
}

process.exitCode = await run();
