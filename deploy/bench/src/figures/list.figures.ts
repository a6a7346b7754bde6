import type { BenchGround } from '../bench.ground.ts';
import type { BenchRun } from '../bench.options.ts';
import { fillRegister } from '../filled.register.ts';
import { median, type Figure } from '../figure.ts';

/** What people ask of the register and of the figures, by name. */
const PAGES: Readonly<Record<string, (urls: BenchGround['urls']) => string>> = {
  list: ({ intake }) => `${intake}/complaints?limit=50`,
  filter: ({ intake }) => `${intake}/complaints?departmentId=logistics&level=2&open=true&limit=50`,
  'my work': ({ intake }) => `${intake}/complaints?mine=true&sort=next-due&limit=50`,
  search: ({ intake }) => `${intake}/complaints?q=corfenlom&limit=20`,
  board: ({ analytics }) => `${analytics}/figures/live`,
};
const MANAGER = 'wei.liu';
const STATISTICS_MS = 1_500;

interface Asked {
  readonly ms: number;
  readonly buffers: number;
}

/** Lists, filters, search and board at few and at many complaints: buffers that PostgreSQL touches, and time. */
export async function listFigures(ground: BenchGround, { size, say }: BenchRun): Promise<Figure[]> {
  const [few, many] = size.listed;
  await fillRegister(ground, few, say);
  const atFew = await askAll(ground, size.samples);
  await fillRegister(ground, many, say);
  const atMany = await askAll(ground, size.samples);
  return Object.keys(PAGES).map((name): Figure => {
    const [small, large] = [atFew[name] as Asked, atMany[name] as Asked];
    return {
      name: `Buffers for a page of ${name} at ${many} complaints`,
      unit: 'buffers',
      against: `at ${few}`,
      rounds: [{ floor: small.buffers, value: large.buffers }],
      target: name === 'board' || name === 'search' ? null : { sense: 'at most', bound: 1.5 },
      n: size.samples,
      note: `median ${large.ms.toFixed(1)} ms, ${small.ms.toFixed(1)} ms at ${few}`,
    };
  });
}

async function askAll(ground: BenchGround, times: number): Promise<Record<string, Asked>> {
  const asked: Record<string, Asked> = {};
  for (const [name, url] of Object.entries(PAGES)) asked[name] = await ask(ground, url(ground.urls), times);
  return asked;
}

async function ask(ground: BenchGround, url: string, times: number): Promise<Asked> {
  const who = ground.person(MANAGER);
  await demanded(await who.get(url));
  const before = await buffers(ground);
  const ms: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    demanded(await who.get(url));
    ms.push(performance.now() - from);
  }
  const touched = (await buffers(ground)) - before;
  return { ms: median(ms), buffers: touched / times };
}

function demanded({ status, body }: { status: number; body: unknown }): void {
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

/** Buffers of tables and indexes that were touched so far, in memory or read; backends tell a second after they rest. */
async function buffers(ground: BenchGround): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, STATISTICS_MS));
  const [row] = await ground.session.database.query<{ touched: number }>(
    `SELECT sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0)
              + coalesce(toast_blks_hit + toast_blks_read, 0))::float8 AS touched
     FROM pg_statio_user_tables WHERE schemaname IN ('intake', 'analytics')`,
  );
  return row?.touched ?? 0;
}
