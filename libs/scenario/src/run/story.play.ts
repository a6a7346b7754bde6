import { plusMs, type Instant } from '@redress/policy';
import { isDue, type Story, type StoryItem } from '../story/story.ts';
import { TURNS, type Task } from './schedule.ts';
import type { StoryRun } from './story.run.ts';

const SECOND_MS = 1_000;

/** A story that is being played: its run once it has begun, and what keeps it from being played at all. */
export interface StoryPlay {
  readonly story: Story;
  readonly startedAt: Instant;
  /** Begins the story; answers its run. */
  readonly begin: () => Promise<StoryRun>;
  /** A copy that only has to fail is broken off when it has. */
  readonly untilRed: boolean;
  run: StoryRun | null;
  /** Why it could not be played; null while it can. */
  fault: string | null;
  over: boolean;
}

/** Everything that a story asks of the merged timeline. */
export function tasksOf(play: StoryPlay, beginTurn: number): Task[] {
  const { startedAt } = play;
  const { items } = play.story;
  const end = plusMs(startedAt, (items.at(-1)?.atMs ?? 0) + SECOND_MS);
  return [
    { at: startedAt, turn: beginTurn, play: () => guarded(play, async () => void (play.run = await play.begin())) },
    ...items.flatMap((item, index) => itemTasks(play, item, index)),
    { at: end, turn: TURNS.end, play: () => endOf(play) },
  ];
}

function itemTasks(play: StoryPlay, item: StoryItem, index: number): Task[] {
  const at = plusMs(play.startedAt, item.atMs);
  const look = () => step(play, item, (run) => run.lookAfter(item));
  if (!isDue(item)) {
    return [
      {
        at,
        turn: TURNS.act + turnOf(play.story.items, index),
        play: () => step(play, item, (run) => run.take(item)),
        look,
      },
    ];
  }
  return [
    { at: plusMs(at, -SECOND_MS), turn: TURNS.before, play: () => step(play, item, (run) => run.lookBefore(item)) },
    { at: plusMs(at, SECOND_MS), turn: TURNS.after, play: look },
  ];
}

/** Lines of one instant are played one after another. */
function turnOf(items: readonly StoryItem[], index: number): number {
  return items.slice(0, index).filter(({ atMs }) => atMs === items[index]?.atMs).length;
}

/** What a line cannot do is a failure of the story, and the story goes on. */
async function step(play: StoryPlay, item: StoryItem, act: (run: StoryRun) => Promise<void>): Promise<void> {
  const { run } = play;
  if (run === null || play.over) return;
  await act(run).catch((fault: unknown) => run.findings.say(item, `this line cannot be played: ${messageOf(fault)}`));
  if (play.untilRed && run.findings.areRed) play.over = true;
}

async function endOf(play: StoryPlay): Promise<void> {
  if (play.over) return;
  await guarded(play, async () => play.run?.end());
  play.over = true;
}

async function guarded(play: StoryPlay, act: () => Promise<void>): Promise<void> {
  await act().catch((fault: unknown) => {
    play.fault ??= messageOf(fault);
  });
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
