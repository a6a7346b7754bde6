import { atOnce } from '../at.once.ts';
import { backlog, settles } from '../backlog.ts';
import type { BenchGround } from '../bench.ground.ts';
import { CONNECTIONS, type BenchRun } from '../bench.options.ts';
import type { Figure } from '../figure.ts';
import { inTurns } from '../in.turns.ts';
import type { BareLife } from '../floors/bare.workflows.ts';
import type { BareTemporal } from '../floors/bare.temporal.ts';
import { register } from '../complaint.acts.ts';
import { load } from '../load.ts';
import { someComplaint } from '../some.complaint.ts';

/** Until an owner is found: what is due is asked, an owner is asked for, both answers are recorded. */
const TO_ASSIGNED: BareLife = { activities: 3, timers: 1, updates: 0 };
const STEPS_OF_THE_SEARCH = 5;

/** From the door to an owner, with everything running. */
export async function carryFigures(ground: BenchGround, bare: BareTemporal, run: BenchRun): Promise<Figure[]> {
  return [await carried(ground, bare, run), await flatRate(ground, bare, run)];
}

/** A crowd is let in while nobody carries on; then how fast it comes to owners. */
async function carried(ground: BenchGround, bare: BareTemporal, run: BenchRun): Promise<Figure> {
  const { lives } = run.size;
  await settles(ground.session.database, ({ unassigned }) => unassigned === 0);
  const rounds = await inTurns(run, {
    called: ['bare processes', 'carried to an owner'],
    unit: '/s',
    floor: () => bare.livesPerSecond(TO_ASSIGNED, lives, CONNECTIONS),
    value: () => crowdPerSecond(ground, lives),
  });
  return {
    name: 'Carried from the door to an owner',
    unit: '/s',
    against: 'bare processes of as many activities',
    rounds,
    target: { sense: 'at least', bound: 0.7 },
    n: lives * rounds.length,
  };
}

async function crowdPerSecond(ground: BenchGround, crowd: number): Promise<number> {
  const { database } = ground.session;
  const relay = ground.process('intake-relay');
  await relay.kill('SIGTERM');
  await atOnce(CONNECTIONS, crowd, async () => void (await register(ground)));
  await relay.restart();
  await settles(database, ({ unstarted }) => unstarted < crowd);
  const from = performance.now();
  const left = (await backlog(database)).unassigned;
  await settles(database, ({ unassigned }) => unassigned === 0);
  return left / ((performance.now() - from) / 1000);
}

/** The highest rate of receipts at which the starts keep up, found by halving. */
async function flatRate(ground: BenchGround, bare: BareTemporal, { size, say }: BenchRun): Promise<Figure> {
  const floor = await bare.startsPerSecond(CONNECTIONS, size.seconds);
  let [low, high] = [0, floor];
  let unassigned = 0;
  for (let step = 0; step < STEPS_OF_THE_SEARCH; step += 1) {
    const rate = Math.round((low + high) / 2);
    const flat = await staysFlat(ground, rate, size.flatSeconds);
    say(`  ${rate} receipts a second: ${flat.isFlat ? 'the starts keep up' : 'the starts fall behind'}`);
    if (flat.isFlat) [low, unassigned] = [rate, flat.unassigned];
    else high = rate;
    await settles(ground.session.database, (now) => now.unassigned === 0);
  }
  return {
    name: 'Highest rate of receipts whose starts keep up, all running',
    unit: '/s',
    against: 'bare StartWorkflow',
    rounds: [{ floor, value: low }],
    target: { sense: 'at least', bound: 0.6 },
    n: Math.round(low * size.flatSeconds),
    note: `${size.flatSeconds} s; ${unassigned} without an owner at its end`,
  };
}

async function staysFlat(ground: BenchGround, rate: number, seconds: number) {
  const headers = await ground.headers();
  const sent = await load({
    url: `${ground.urls.intake}/complaints`,
    body: someComplaint,
    headers,
    connections: CONNECTIONS,
    seconds,
    rate,
  });
  const { unstarted, unassigned } = await backlog(ground.session.database);
  // A second's worth is on its way at any time.
  return { isFlat: unstarted <= rate && sent.perSecond >= 0.95 * rate, unassigned };
}
