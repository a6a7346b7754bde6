import { join } from 'node:path';
import type { RunningEngines } from '@redress/engines';
import { DATA_FOLDER } from '@redress/launch';
import { openStorySession, type StorySession } from '@redress/scenario';
import { prepareGround, type StoryGround } from '../story.installation.ts';
import { Company } from './company.ts';

/** A Monday morning in Shanghai. */
const STARTS_AT = '2026-11-23T01:00:00.000Z';

export interface DemoOptions {
  /** Domain seconds to one of the machine, at most. */
  readonly rate: number;
  readonly environment?: Record<string, string>;
  readonly say: (line: string) => void;
}

/** An installation of the demo's own, whose clock is paced; its people, and what it takes to look at everything. */
export interface DemoGround {
  readonly ground: StoryGround;
  /** Where messages to customers come out. */
  readonly spool: string;
  readonly session: StorySession;
  readonly company: Company;
  close(): Promise<void>;
}

export async function openDemo(engines: RunningEngines, options: DemoOptions): Promise<DemoGround> {
  const { rate, say } = options;
  const name = `demo_${process.pid}`;
  const spool = join(DATA_FOLDER, name, 'spool');
  const environment = { REDRESS_SPOOL_FOLDER: spool, ...options.environment };
  const ground = await prepareGround(engines, { name, startsAt: STARTS_AT, clock: 'rate', environment, say });
  const session = await openStorySession(ground.story, { rate });
  const close = async () => {
    await session.close();
    await ground.clear();
  };
  return { ground, spool, session, company: await Company.open(ground.story), close };
}
