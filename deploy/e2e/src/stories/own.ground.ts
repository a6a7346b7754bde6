import type { RunningEngines } from '@redress/engines';
import type { Installation } from '@redress/launch';
import {
  hasOutage,
  openStorySession,
  playStories,
  USUAL_BEGINNING,
  withOnly,
  type DeliveryMeans,
  type StoryBook,
  type StorySession,
  type StoryVerdict,
} from '@redress/scenario';
import { prepareGround, type StoryGround } from '../story.installation.ts';

/** Figures have no part in stories: nothing follows from them, and counting them would cost every story time. */
const SERVICES = ['intake', 'staffing', 'improvement'] as const;

/** What is done with stories beside playing them. */
export interface GroundPlay {
  say(line: string): void;
  /** Plays a copy of each under a shifted pack beside it; default yes. */
  readonly copies?: boolean;
  /** Of the installation; default one of this process. */
  readonly name?: string;
  /** Further settings of its services and its worker. */
  readonly environment?: Record<string, string>;
  /** Looks at what the stories of one installation have left there before it is taken away. */
  after?(played: Played): Promise<void>;
}

export interface Played {
  readonly session: StorySession;
  readonly ground: StoryGround;
  readonly verdicts: readonly StoryVerdict[];
}

/** Plays stories on installations of their own, and takes these away again: all on one, each with an outage on another. */
export async function playOnOwnGround(
  engines: RunningEngines,
  books: readonly StoryBook[],
  play: GroundPlay,
): Promise<StoryVerdict[]> {
  const verdicts: StoryVerdict[] = [];
  for (const together of grounds(books)) verdicts.push(...(await playOnOne(engines, together, play)));
  return verdicts;
}

/** What can be played on the same installation. */
function grounds(books: readonly StoryBook[]): StoryBook[][] {
  const outages = books.flatMap(({ stories }) => stories.filter(hasOutage));
  const quiet = withOnly(books, (story) => !hasOutage(story));
  return [...(quiet.length === 0 ? [] : [quiet]), ...outages.map((one) => withOnly(books, (story) => story === one))];
}

async function playOnOne(
  engines: RunningEngines,
  books: readonly StoryBook[],
  { say, copies, after, name = `s_${process.pid}`, environment = {} }: GroundPlay,
): Promise<StoryVerdict[]> {
  const ground = await prepareGround(engines, {
    name,
    startsAt: firstOf(books),
    services: SERVICES,
    // What the stories no longer wait for may stay late: no sweeper has to wake it.
    environment: { REDRESS_SWEEP_SECONDS: '0', ...environment },
    say,
  });
  try {
    const session = await openStorySession(ground.story);
    try {
      const verdicts = await playStories(session, ground.story, books, {
        say,
        delivery: deliveryOf(ground.installation),
        ...(copies !== undefined && { copies }),
      });
      await after?.({ session, ground, verdicts });
      return verdicts;
    } finally {
      await session.close();
    }
  } finally {
    await ground.clear();
  }
}

/** A story may begin before the others usually do. */
function firstOf(books: readonly StoryBook[]): string {
  const said = books.flatMap(({ stories }) => stories.flatMap(({ startsAt }) => startsAt ?? []));
  return [...said, USUAL_BEGINNING].reduce((first, at) => (at < first ? at : first));
}

/** Without the worker no command reaches its process; the door goes on accepting. */
function deliveryOf({ processes }: Installation): DeliveryMeans {
  const worker = processes.find(({ name }) => name === 'worker');
  if (worker === undefined) throw new Error('the installation has no worker');
  return {
    stop: () => worker.kill('SIGTERM'),
    resume: async () => {
      await worker.restart();
      await worker.waitReady();
    },
  };
}
