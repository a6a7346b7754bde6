import type { RunningEngines } from '@redress/engines';
import { openStorySession, type StorySession } from '@redress/scenario';
import { Company } from '../demo/company.ts';
import { patientSession } from './patient.session.ts';
import { prepareGround, type GroundOptions, type StoryGround } from '../story.installation.ts';

/** When every clock of these stories begins. */
export const STARTS_AT = '2026-11-23T01:00:00.000Z';

/** An installation of its own that may be broken, its session and its people. */
export interface ResilienceGround {
  readonly ground: StoryGround;
  readonly session: StorySession;
  readonly company: Company;
  /** Ends all of it, the engines included when nobody else uses them. */
  close(): Promise<void>;
}

export const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

/** Makes the installation; leaves nothing behind when it cannot. */
export async function resilienceGround(
  engines: RunningEngines,
  options: Omit<GroundOptions, 'startsAt' | 'say'>,
): Promise<ResilienceGround> {
  const name = `${options.name}_${process.pid}`;
  const undo = [() => engines.stop()];
  const close = () => inTurn(undo.reverse().splice(0));
  try {
    const ground = await prepareGround(engines, { ...options, name, startsAt: STARTS_AT, say });
    undo.push(() => ground.clear());
    const session = patientSession(await openStorySession(ground.story));
    undo.push(() => session.close());
    return { ground, session, company: await Company.open(ground.story), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Each step is taken, whatever became of the one before. Throws what went wrong last. */
async function inTurn([first, ...others]: readonly (() => Promise<void>)[]): Promise<void> {
  try {
    await first?.();
  } finally {
    if (others.length > 0) await inTurn(others);
  }
}
