import { randomUUID } from 'node:crypto';
import { Administrator } from '../company/administrator.ts';
import { HeadOffice } from '../company/head-office.ts';
import { ACTING_FOLLOWERS, type StoryInstallation } from '../installation.ts';
import type { StoryBook } from '../story/story.book.ts';
import type { StorySession } from '../story.session.ts';
import { SteppedTime } from '../stepped.time.ts';
import { Delivery, type DeliveryMeans } from './delivery.ts';
import { MergedTimeline } from './merged.timeline.ts';
import { inTurns, TURNS } from './schedule.ts';
import { doubleOf, verdictOf, type StoryDouble, type StoryVerdict } from './story.double.ts';
import { tasksOf } from './story.play.ts';
import { settle, troupesOf } from './troupe.ts';

const SAY_EVERY = 50;
/** When a story begins that does not say when: a Monday morning in Shanghai. */
export const USUAL_BEGINNING = '2026-11-23T01:00:00.000Z';

/** What stories are played with. */
export interface PlayOptions {
  say(line: string): void;
  /** How delivery is stopped; left out where the installation is shared with others. */
  readonly delivery?: DeliveryMeans;
  /** Plays a copy of each under a shifted pack beside it; default yes. */
  readonly copies?: boolean;
}

/** Plays all stories, and a copy of each under a shifted pack where these are wanted, on one merged timeline of one installation. */
export async function playStories(
  session: StorySession,
  installation: StoryInstallation,
  books: readonly StoryBook[],
  { say, delivery: means, copies = true }: PlayOptions,
): Promise<StoryVerdict[]> {
  const time = new SteppedTime(session.database, session.bus, session.temporal);
  const administrator = new Administrator(installation.urls);
  const office = await HeadOffice.open(administrator);
  const troupes = troupesOf(books, administrator, { name: `story-${randomUUID().slice(0, 4)}`, copies });
  await settle(troupes, administrator, office, () => time.quiet(undefined, { followers: ACTING_FOLLOWERS }));
  const [reader, registrar] = [await office.whoMay('read-all', 'read-restricted'), await office.whoMay('register')];
  const delivery = new Delivery(means ?? null);
  const ground = { urls: installation.urls, office, reader, registrar, delivery };
  const now = await time.now();
  const doubles = troupes.map((troupe) =>
    doubleOf(troupe, ground, administrator, { now, usual: now < USUAL_BEGINNING ? USUAL_BEGINNING : now }),
  );
  say(`${doubles.length} stories${copies ? ' and as many copies' : ''}, each in a department of its own`);
  const plays = doubles.flatMap(({ plain, copy }) => [plain, ...(copy === null ? [] : [copy])]);
  await playAll(new MergedTimeline(time, plays, delivery), doubles, say);
  return doubles.map(verdictOf);
}

async function playAll(timeline: MergedTimeline, doubles: readonly StoryDouble[], say: PlayOptions['say']) {
  const turns = inTurns([
    ...doubles.flatMap(({ plain }) => tasksOf(plain, TURNS.begin)),
    ...doubles.flatMap(({ copy }) => (copy === null ? [] : tasksOf(copy, TURNS.beginShifted))),
  ]);
  for (const [index, turn] of turns.entries()) {
    if (index % SAY_EVERY === 0) say(`${turn[0]?.at.slice(0, 16)}  moment ${index} of ${turns.length}`);
    await timeline.play(turn);
  }
}
