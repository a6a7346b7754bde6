import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReaderReport } from './reading.ts';

const sent = z.object({ number: z.string() });

/** Reads what the receiving end of the channel has got: the files of the spool folder. Numbers nobody filed stay numbers. */
export async function readChannel(folder: string, idOf: ReadonlyMap<string, string>): Promise<ReaderReport> {
  const counts = new Map<string, number>();
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
    const { number } = sent.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    const id = idOf.get(number) ?? number;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const unknown = { stage: null, sequence: null, rungs: null, gaps: null };
  return { reader: 'channel', readings: [...counts].map(([id, messages]) => ({ id, messages, ...unknown })) };
}
