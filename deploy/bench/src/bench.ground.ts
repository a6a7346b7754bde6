import { normalEngines, prepareGround, type StoryGround } from '@redress/e2e';
import type { RunningEngines } from '@redress/engines';
import { openStorySession, Person, type StorySession } from '@redress/scenario';

const PASSWORD = 'redress-demo';
const CLERK = 'bo.wang';

/** What is measured is a whole installation on the machine's own clock, a process a role, on engines that keep data safe. */
export interface BenchGround {
  readonly engines: RunningEngines;
  readonly ground: StoryGround;
  readonly session: StorySession;
  readonly urls: StoryGround['story']['urls'];
  /** Somebody of the demo organisation, signed in as needed. */
  person(username: string): Person;
  /** Headers of a receipt, without the key. */
  headers(): Promise<Record<string, string>>;
  /** The process of that name: `intake`, `intake-relay`, `worker` … */
  process(name: string): StoryGround['installation']['processes'][number];
  close(): Promise<void>;
}

export async function benchGround(
  name: string,
  say: (line: string) => void,
  environment: Record<string, string> = {},
): Promise<BenchGround> {
  const engines = await normalEngines(say);
  try {
    const ground = await prepareGround(engines, {
      name: `bench_${name}_${process.pid}`,
      startsAt: new Date().toISOString(),
      clock: 'system',
      split: true,
      environment: { LOG_LEVEL: 'warn', ...environment },
      say,
    });
    return await opened(engines, ground);
  } catch (fault) {
    await engines.stop();
    throw fault;
  }
}

async function opened(engines: RunningEngines, ground: StoryGround): Promise<BenchGround> {
  const session = await openStorySession(ground.story);
  const { urls } = ground.story;
  const people = new Map<string, Person>();
  const person = (username: string) => {
    const known = people.get(username) ?? new Person(urls.staffing, username, PASSWORD);
    people.set(username, known);
    return known;
  };
  return {
    engines,
    ground,
    session,
    person,
    urls,
    headers: async () => ({ 'content-type': 'application/json', authorization: await person(CLERK).authorization() }),
    process: (name) => {
      const found = ground.installation.processes.find((one) => one.name === name);
      if (found === undefined) throw new Error(`no process is called ${name}`);
      return found;
    },
    close: async () => {
      await session.close();
      await ground.clear();
      await engines.stop();
    },
  };
}
