import type { Instant } from '@redress/policy';

/** Something that a run does or looks at. Tasks of one turn go side by side; turns of one instant one after another. */
export interface Task {
  readonly at: Instant;
  readonly turn: number;
  readonly play: () => Promise<void>;
  /** Looks at what has come of it, when all is quiet again. */
  readonly look?: () => Promise<void>;
}

/** The order inside an instant: what must be there, then what begins, then what people do, then what must not be there. */
export const TURNS = { after: 0, begin: 1, beginShifted: 2, act: 3, before: 1_000, end: 1_001 } as const;

/** True for a turn after which something is at work. */
export function changes(turn: number): boolean {
  return turn > TURNS.after && turn < TURNS.before;
}

/** One merged timeline: the tasks of all stories, instant by instant, turn by turn. */
export function inTurns(tasks: readonly Task[]): Task[][] {
  const turns = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = `${task.at}/${String(task.turn).padStart(5, '0')}`;
    turns.set(key, [...(turns.get(key) ?? []), task]);
  }
  return [...turns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, together]) => together);
}
