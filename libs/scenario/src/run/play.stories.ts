import { randomUUID } from 'node:crypto';
import { Administrator } from '../company/administrator.ts';
import { HeadOffice } from '../company/head-office.ts';
import { ACTING_FOLLOWERS, type StoryInstallation } from '../installation.ts';
import type { QuietScope } from '../quiet.ts';
import type { StoryBook } from '../story/story.book.ts';
import type { StorySession } from '../story.session.ts';
import { changes, inTurns, TURNS, type Task } from './schedule.ts';
import { doubleOf, verdictOf, type StoryDouble, type StoryVerdict } from './story.double.ts';
import { tasksOf, type StoryPlay } from './story.play.ts';
import { together } from './together.ts';
import { settle, troupesOf } from './troupe.ts';

const SAY_EVERY = 50;

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
  const now = await session.time.now();
  const doubles = troupes.map((troupe) => doubleOf(troupe, ground, administrator, now));
  say(`${doubles.length} stories and as many copies, each in a department of its own`);
  await playAll(session, doubles, say);
  return doubles.map(verdictOf);
}

async function playAll(
  session: StorySession,
  doubles: readonly StoryDouble[],
  say: (line: string) => void,
): Promise<void> {
  const plays = doubles.flatMap(({ plain, copy }) => [plain, copy]);
  const turns = inTurns([
    ...doubles.flatMap(({ plain }) => tasksOf(plain, TURNS.begin)),
    ...doubles.flatMap(({ copy }) => tasksOf(copy, TURNS.beginShifted)),
  ]);
  for (const [index, turn] of turns.entries()) {
    const { at } = turn[0] as Task;
    if (index % SAY_EVERY === 0) say(`${at.slice(0, 16)}  moment ${index} of ${turns.length}`);
    try {
      await playTurn(session, turn, plays);
    } catch (fault) {
      throw new Error(`at ${at}: ${await behind(plays, at)}`, { cause: fault });
    }
  }
}

/** Moves to the instant, waits for quiet, lets people act, waits again, and looks. */
async function playTurn(session: StorySession, turn: readonly Task[], plays: readonly StoryPlay[]): Promise<void> {
  const { at, turn: order } = turn[0] as Task;
  await session.time.moveTo(at, scopeOf(plays));
  await together(turn, ({ play }) => play());
  if (changes(order)) await session.time.quiet(undefined, scopeOf(plays));
  await together(turn, async ({ look }) => look?.());
}

/** Time waits for what is still being told; what is over may stay late. */
function scopeOf(plays: readonly StoryPlay[]): QuietScope {
  const among = plays.flatMap(({ run, over }) => (run === null || over ? [] : run.complaintIds));
  return { among, followers: ACTING_FOLLOWERS };
}

/** Which stories have something due that has not happened: for whoever has to find out why it is not quiet. */
async function behind(plays: readonly StoryPlay[], at: string): Promise<string> {
  const looks = await Promise.all(
    plays.map(async ({ run, over, story }) => ({ story, over, look: await run?.lookAt() })),
  );
  const late = looks.filter(({ look, over }) => !over && look?.nextDueAt != null && look.nextDueAt <= at);
  return late.length === 0 ? 'something is stuck' : `stuck: ${late.map(({ story }) => story.file).join(', ')}`;
}
