import { atOnce } from '../at.once.ts';
import { settles } from '../backlog.ts';
import type { BenchGround } from '../bench.ground.ts';
import { CONNECTIONS, type BenchRun } from '../bench.options.ts';
import { register } from '../complaint.acts.ts';
import type { Figure } from '../figure.ts';
import { familyMegabytes } from '../process.cost.ts';

const REST_MS = 15_000;

/** What complaints cost while they sleep until something is due: memory of the worker, bytes in PostgreSQL. */
export async function sleepFigures(ground: BenchGround, { size, say }: BenchRun): Promise<Figure[]> {
  const [few, many] = size.sleepers;
  const atFew = await asleep(ground, few, 0, say);
  const atMany = await asleep(ground, many, few, say);
  return [
    {
      name: `Memory of the worker with ${many} sleeping complaints`,
      unit: 'MB',
      against: `with ${few}`,
      rounds: [{ floor: atFew.megabytes, value: atMany.megabytes }],
      target: { sense: 'at most', bound: 1.15 },
      n: many,
    },
    {
      name: 'Bytes in PostgreSQL for a sleeping complaint, Temporal included',
      unit: 'kB',
      against: null,
      rounds: [{ floor: 1, value: (atMany.bytes - atFew.bytes) / (many - few) / 1000 }],
      target: null,
      n: many - few,
    },
  ];
}

async function asleep(ground: BenchGround, wanted: number, there: number, say: (line: string) => void) {
  const { database } = ground.session;
  await atOnce(CONNECTIONS, wanted - there, async () => void (await register(ground)));
  await settles(database, ({ unassigned }) => unassigned === 0);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const megabytes = familyMegabytes(ground.process('worker').pid);
  const [row] = await database.query<{ bytes: number }>(
    `SELECT sum(pg_database_size(datname))::float8 AS bytes FROM pg_database
     WHERE datname = current_database() OR datname LIKE 'temporal%'`,
  );
  say(`  ${wanted} asleep: worker ${megabytes.toFixed(0)} MB`);
  return { megabytes, bytes: row?.bytes ?? 0 };
}
