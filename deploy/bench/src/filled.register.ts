import { z } from 'zod';
import { atOnce } from './at.once.ts';
import { settles } from './backlog.ts';
import type { BenchGround } from './bench.ground.ts';
import { CONNECTIONS } from './bench.options.ts';
import { register } from './complaint.acts.ts';
import { someComplaint } from './some.complaint.ts';

/** Who may load files. */
const COORDINATOR = 'wei.liu';
const ROWS_OF_A_FILE = 5_000;
const LOOK_MS = 500;
const begun = z.object({ id: z.uuid() });
const loaded = z.object({ endedAt: z.string().nullable() });
/** More are not open at once where so many are served. */
const MOST_OPEN = 1_000;
const COLUMNS = [
  'channel',
  'category',
  'departmentId',
  'receivedAt',
  'closedAt',
  'closing',
  'level',
  'description',
  'reference',
];

/** Fills the register up to so many complaints: the first are open, the others have ended. */
export async function fillRegister(ground: BenchGround, wanted: number, say: (line: string) => void): Promise<void> {
  const { database } = ground.session;
  let there = await complaints(ground);
  const open = Math.min(wanted, MOST_OPEN) - there;
  await atOnce(CONNECTIONS, Math.max(0, open), async () => void (await register(ground)));
  await settles(database, ({ unassigned }) => unassigned === 0);
  for (there += Math.max(0, open); there < wanted; there = await complaints(ground)) {
    await loadHistory(ground, Math.min(ROWS_OF_A_FILE, wanted - there));
    say(`  ${await complaints(ground)} of ${wanted} complaints`);
  }
  await database.query('ANALYZE');
}

async function complaints(ground: BenchGround): Promise<number> {
  const [row] = await ground.session.database.query<{ n: number }>('SELECT count(*)::int AS n FROM intake.complaints');
  return row?.n ?? 0;
}

async function loadHistory(ground: BenchGround, rows: number): Promise<void> {
  const coordinator = ground.person(COORDINATOR);
  const answer = await fetch(`${ground.urls.intake}/imports?history=true`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: await coordinator.authorization() },
    body: [COLUMNS.join(','), ...Array.from({ length: rows }, row)].join('\n'),
  });
  if (!answer.ok) throw new Error(`the file was answered ${answer.status}: ${await answer.text()}`);
  const { id } = begun.parse(await answer.json());
  for (;;) {
    const { endedAt } = loaded.parse((await coordinator.get(`${ground.urls.intake}/imports/${id}`)).body);
    if (endedAt !== null) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function row(): string {
  const { description, matters } = JSON.parse(someComplaint());
  const day = new Date(Date.now() - Math.floor(Math.random() * 300) * 86_400_000).toISOString();
  return ['hotline', 'delivery', 'logistics', day, day, 'solved', '2', description, matters[0].reference].join(',');
}
