import { closingReport } from './closing.report.ts';
import type { ComplaintLife } from './complaint.life.ts';
import type { DemoGround } from './demo.ground.ts';
import { judge } from './verdict.ts';

const READERS = 'five readers (register, Temporal, topic, analytics, what customers got)';

export interface ReckoningOptions {
  readonly say: (line: string) => void;
  /** How long what is written beside may take to come, in machine milliseconds. */
  readonly withinMs?: number;
}

/** Ends a demo: the table, every difference between the readers, and the exit code: 1 where there is any. */
export async function reckon(
  { spool, session, company }: DemoGround,
  lives: readonly ComplaintLife[],
  { say, withinMs }: ReckoningOptions,
): Promise<0 | 1> {
  const idOf = new Map(lives.map(({ id, number }) => [number, id]));
  const differences = await judge(session, company, [...idOf.values()], {
    letters: { folder: spool, idOf },
    ...(withinMs === undefined ? {} : { withinMs }),
  });
  for (const line of ['', ...(await closingReport(session.database, company)), '']) say(line);
  for (const difference of differences) say(`  DIFFERENCE  ${difference}`);
  const found = differences.length === 0 ? 'no difference' : `${differences.length} differences`;
  say(`${lives.length} complaints, ${READERS}: ${found}.`);
  return differences.length === 0 ? 0 : 1;
}
