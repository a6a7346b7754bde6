import type { RunningEngines } from '@redress/engines';
import { openStorySession, playStories, type StoryBook, type StoryVerdict } from '@redress/scenario';
import { prepareGround } from '../story.installation.ts';

/** A Monday morning in Shanghai. */
const STARTS_AT = '2026-11-23T01:00:00.000Z';

/** Plays stories on an installation of their own, and takes it away again. */
export async function playOnOwnGround(
  engines: RunningEngines,
  books: readonly StoryBook[],
  say: (line: string) => void,
): Promise<StoryVerdict[]> {
  // What the stories no longer wait for may stay late: no sweeper has to wake it.
  const environment = { REDRESS_SWEEP_SECONDS: '0' };
  const ground = await prepareGround(engines, { name: `s_${process.pid}`, startsAt: STARTS_AT, environment, say });
  try {
    const session = await openStorySession(ground.story);
    try {
      return await playStories(session, ground.story, books, say);
    } finally {
      await session.close();
    }
  } finally {
    await ground.clear();
  }
}
