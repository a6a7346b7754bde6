import type { BenchGround } from '../bench.ground.ts';
import { CONNECTIONS, type BenchRun } from '../bench.options.ts';
import type { Figure } from '../figure.ts';
import { inTurns } from '../in.turns.ts';
import { BareInsert } from '../floors/bare.insert.ts';
import type { BareTemporal } from '../floors/bare.temporal.ts';
import { load } from '../load.ts';
import { someComplaint } from '../some.complaint.ts';
import { cpuMs, familyCpuMs } from '../process.cost.ts';

/** A load that neither door is full at, in requests a second. */
const GENTLE = 60;
const GENTLE_SECONDS_FEWEST = 5;

interface Cost {
  readonly intakeMs: number;
  readonly wholeMs: number;
}

/** The door alone, nobody carrying on: how many are accepted, how long it takes, what it costs. */
export async function doorFigures(ground: BenchGround, bare: BareTemporal, run: BenchRun): Promise<Figure[]> {
  const { size } = run;
  await ground.process('intake-relay').kill('SIGTERM');
  const costs: Cost[] = [];
  let answered = 0;
  const rates = await inTurns(run, {
    called: ['bare starts', 'accepted'],
    unit: '/s',
    floor: () => bare.startsPerSecond(CONNECTIONS, size.seconds),
    value: async () => {
      const before = spent(ground);
      const door = await accept(ground, { seconds: size.seconds });
      costs.push(perOne(before, spent(ground), door.answered));
      answered += door.answered;
      return door.perSecond;
    },
  });
  return [
    {
      name: 'Accepted durably, relay off',
      unit: '/s',
      against: 'bare StartWorkflow',
      rounds: rates,
      target: { sense: 'at least', bound: 2 },
      n: answered,
      note: `${CONNECTIONS} connections, ${size.seconds} s`,
    },
    {
      name: 'CPU of the intake process for an accepted complaint, relay off',
      unit: 'ms',
      against: null,
      rounds: costs.map(({ intakeMs }) => ({ floor: 1, value: intakeMs })),
      target: { sense: 'at most', bound: 2.6 },
      n: answered,
      note: `whole system, engines included: ${costs.map(({ wholeMs }) => wholeMs.toFixed(1)).join(', ')} ms`,
    },
    await delays(ground, run),
  ];
}

/** The slowest answers at a load that both doors bear. */
async function delays(ground: BenchGround, run: BenchRun): Promise<Figure> {
  const floor = await BareInsert.open(ground.ground.story.databaseUrl);
  const seconds = Math.max(GENTLE_SECONDS_FEWEST, run.size.seconds);
  const gentle = { url: floor.url, body: someComplaint, headers: {}, connections: CONNECTIONS, seconds, rate: GENTLE };
  const rounds = await inTurns(run, {
    called: ['p99 of two bare rows', 'of a receipt'],
    unit: 'ms',
    floor: async () => (await load(gentle)).p99Ms,
    value: async () => (await accept(ground, { seconds, rate: GENTLE })).p99Ms,
  }).finally(() => floor.close());
  return {
    name: 'p99 of POST /complaints',
    unit: 'ms',
    against: 'p99 of two bare durable rows',
    rounds,
    target: { sense: 'at most', bound: 4 },
    n: rounds.length * seconds * GENTLE,
    note: `${GENTLE}/s over ${CONNECTIONS} connections`,
  };
}

async function accept(ground: BenchGround, how: { seconds: number; rate?: number }) {
  const headers = await ground.headers();
  return load({
    url: `${ground.urls.intake}/complaints`,
    body: someComplaint,
    headers,
    connections: CONNECTIONS,
    ...how,
  });
}

function spent(ground: BenchGround): Cost {
  const ours = ground.ground.installation.processes.filter(({ pid }) => pid > 0).map(({ pid }) => cpuMs(pid));
  const engines = ground.engines.processes.map(({ pid }) => familyCpuMs(pid));
  return { intakeMs: cpuMs(ground.process('intake').pid), wholeMs: sum([...ours, ...engines]) };
}

function perOne(before: Cost, after: Cost, n: number): Cost {
  return { intakeMs: (after.intakeMs - before.intakeMs) / n, wholeMs: (after.wholeMs - before.wholeMs) / n };
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
