import { randomUUID } from 'node:crypto';
import { plusMs, type Instant } from '@redress/policy';
import { Administrator } from '../company/administrator.ts';
import { HeadOffice } from '../company/head-office.ts';
import type { StoryCompany } from '../company/story.company.ts';
import { ACTING_FOLLOWERS, type StoryInstallation } from '../installation.ts';
import { withoutEachNotice, type DroppedNotice } from '../judge/dropped.notice.ts';
import { chooseShift, type Shift } from '../shift/choose.shift.ts';
import { documentOf, shiftedDocument } from '../shift/shifted.pack.ts';
import type { StoryBook } from '../story/story.book.ts';
import type { Story } from '../story/story.ts';
import type { StorySession } from '../story.session.ts';
import { changes, inTurns, TURNS, type Task } from './schedule.ts';
import { StoryRun, type RunGround } from './story.run.ts';
import { tasksOf, type StoryPlay } from './story.play.ts';
import { together } from './together.ts';
import { settle, troupesOf, type Troupe } from './troupe.ts';

/** What became of a story. */
export interface StoryVerdict {
  readonly story: Story;
  /** What was not as the story says; empty when it came true. */
  readonly failures: readonly string[];
  /** The number that was shifted for the copy; null where none could be chosen. */
  readonly shift: Shift | null;
  /** What was not as the story says under the shifted pack; it has to be something. */
  readonly shiftedFailures: readonly string[];
  /** Why the copy could not be played at all; null when it could. */
  readonly shiftedFault: string | null;
  /** Whether the story misses each of its notices. */
  readonly notices: readonly DroppedNotice[];
}

/** One story and its copy on the merged timeline. */
interface Double {
  readonly story: Story;
  readonly plain: StoryPlay;
  readonly copy: StoryPlay;
  shift: Shift | null;
}

/** Plays all stories, and a copy of each under a shifted pack, on one merged timeline of one installation. */
export async function playStories(
  session: StorySession,
  installation: StoryInstallation,
  books: readonly StoryBook[],
  say: (line: string) => void,
): Promise<StoryVerdict[]> {
  const administrator = new Administrator(installation.urls);
  const office = await HeadOffice.open(administrator);
  const troupes = troupesOf(books, administrator, `story-${randomUUID().slice(0, 4)}`);
  await settle(troupes, administrator, office, () => session.time.quiet());
  const { intake, staffing } = installation.urls;
  const reader = await office.whoMay('read-all', 'read-restricted');
  const ground = { urls: { intake, staffing }, office, reader, registrar: await office.whoMay('register') };
  const now = plusMs(await session.time.now(), 0);
  const doubles = troupes.map((troupe) => doubleOf(troupe, ground, administrator, now));
  say(`${doubles.length} stories and as many copies, ${doubles.length * 2} departments`);
  await playAll(session, doubles, say);
  return doubles.map(verdictOf);
}

function doubleOf(
  { book, story, company, shifted }: Troupe,
  ground: RunGround,
  administrator: Administrator,
  now: Instant,
): Double {
  const startedAt = story.startsAt ?? now;
  const document = documentOf(book.document);
  const begin = (of: StoryCompany) => async () => {
    const run = new StoryRun(story, of, ground, startedAt);
    await run.begin();
    return run;
  };
  const plain = playOf(story, startedAt, begin(company));
  const copy = playOf(story, startedAt, async () => {
    if (plain.run === null) throw new Error('the story itself has not begun');
    double.shift = chooseShift(story, { document, look: await plain.run.lookAt(), startedAt });
    if (double.shift === null)
      throw new Error('no number of the pack can be told to stand behind its first due instant: name one by `shift:`');
    const hash = await administrator.keepPack(
      shiftedDocument(document, double.shift, `${book.pack}-${shifted.department}`),
    );
    for (const department of shifted.departments) await administrator.activatePack(hash, department);
    return begin(shifted)();
  });
  const double: Double = { story, plain, copy, shift: null };
  return double;
}

function playOf(story: Story, startedAt: Instant, begin: StoryPlay['begin']): StoryPlay {
  return { startedAt, items: story.items, begin, run: null, fault: null, over: false };
}

/** Moves from instant to instant, waits for quiet, lets people act, and looks. */
async function playAll(session: StorySession, doubles: readonly Double[], say: (line: string) => void): Promise<void> {
  const tasks = doubles.flatMap(({ plain, copy }) => [
    ...tasksOf(plain, TURNS.begin),
    ...tasksOf(copy, TURNS.beginShifted),
  ]);
  const plays = doubles.flatMap(({ plain, copy }) => [plain, copy]);
  const scope = () => ({
    among: plays.flatMap(({ run, over }) => (run === null || over ? [] : run.complaintIds)),
    followers: ACTING_FOLLOWERS,
  });
  const turns = inTurns(tasks);
  for (const [index, turn] of turns.entries()) {
    const { at } = turn[0] as Task;
    await session.time.moveTo(at, scope());
    await together(turn, ({ play }) => play());
    if (changes((turn[0] as Task).turn)) await session.time.quiet(undefined, scope());
    await together(turn, async ({ look }) => look?.());
    if (index % 50 === 0) say(`${at.slice(0, 16)}  ${index} of ${turns.length} moments`);
  }
}

function verdictOf({ story, plain, copy, shift }: Double): StoryVerdict {
  const failures = [
    ...(plain.fault === null ? [] : [`${story.file} cannot be played: ${plain.fault}`]),
    ...(plain.run?.findings.failures() ?? []),
  ];
  return {
    story,
    failures,
    shift,
    shiftedFailures: copy.run?.findings.failures() ?? [],
    shiftedFault: copy.fault,
    notices: plain.run === null ? [] : withoutEachNotice(plain.run.findings.case),
  };
}
