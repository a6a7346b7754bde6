import type { StorySession } from '@redress/scenario';
import { readAnalytics } from '../readers/analytics.reader.ts';
import { readChannel } from '../readers/channel.reader.ts';
import { readProcesses } from '../readers/process.reader.ts';
import type { ReaderReport } from '../readers/reading.ts';
import { reconcile } from '../readers/reconcile.ts';
import { readRegister } from '../readers/register.reader.ts';
import { readTopic } from '../readers/topic.reader.ts';
import type { Company } from './company.ts';

/** Temporal's listing, and the channel's letters, are written beside what they tell of, a moment later. */
const MOMENT_MS = 10_000;

export interface JudgeOptions {
  /** Where the channel's letters come out, and whose number each bears; left out: nobody looks there. */
  readonly letters?: { readonly folder: string; readonly idOf: ReadonlyMap<string, string> };
  readonly withinMs?: number;
}

/** Asks independent readers for every complaint; answers a sentence for each difference. */
export async function judge(
  session: StorySession,
  company: Company,
  filed: readonly string[],
  { letters, withinMs = MOMENT_MS }: JudgeOptions = {},
): Promise<string[]> {
  const manager = company.called('wei.liu');
  const reports = [
    await readRegister(session.database),
    await readTopic(session.bus),
    await readAnalytics(company.installation.urls.analytics, manager, filed),
  ];
  const late = async (): Promise<ReaderReport[]> => [
    await readProcesses(session.temporal),
    ...(letters === undefined ? [] : [await readChannel(letters.folder, letters.idOf)]),
  ];
  const until = Date.now() + withinMs;
  for (;;) {
    const differences = reconcile(filed, [...reports, ...(await late())]);
    if (differences.length === 0 || Date.now() > until) return differences;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
