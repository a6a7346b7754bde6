import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchGround, type BenchGround } from './bench.ground.ts';
import { SMALL, WHOLE, type BenchRun } from './bench.options.ts';
import { isMet, type Figure } from './figure.ts';
import { figureLines } from './figure.lines.ts';
import { carryFigures } from './figures/carry.figures.ts';
import { doorFigures } from './figures/door.figures.ts';
import { effectFigures } from './figures/effect.figures.ts';
import { lifeFigures } from './figures/life.figures.ts';
import { listFigures } from './figures/list.figures.ts';
import { restFigures } from './figures/rest.figures.ts';
import { sleepFigures } from './figures/sleep.figures.ts';
import { BareTemporal } from './floors/bare.temporal.ts';
import { quietRuntime } from '@redress/temporal/node';

const HELP = `npm run bench [-- OPTIONS]
  measures speed and memory on an installation of its own, each against a floor in the same run, in turns

  --only NAMES   door, carry, life, effect, rest, sleep, list; several with commas
  --small        a short run that shows that everything can be measured; its figures say little
  --judge        fails when a target is missed
`;

type Room = (ground: BenchGround, bare: BareTemporal, run: BenchRun) => Promise<Figure[]>;

/** In an order in which the later ones do not suffer from what the earlier ones have left. */
const ROOMS: Readonly<Record<string, Room>> = {
  rest: (ground, _, run) => restFigures(ground, run),
  effect: (ground, _, run) => effectFigures(ground, run),
  life: lifeFigures,
  carry: carryFigures,
  list: (ground, _, run) => listFigures(ground, run),
  sleep: (ground, _, run) => sleepFigures(ground, run),
  // Leaves many behind that nobody carries on.
  door: doorFigures,
};

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    judge: { type: 'boolean', default: false },
  },
});
const say = (line: string) => console.log(line);

async function bench(): Promise<number> {
  quietRuntime(say);
  const rooms = wanted();
  if (values.help || rooms === null) {
    say(HELP);
    return values.help ? 0 : 2;
  }
  const run: BenchRun = { size: values.small ? SMALL : WHOLE, say };
  const figures: Figure[] = [];
  say(`load of the machine before: ${load()}`);
  for (const [name, room] of rooms) {
    say(`\n== ${name}`);
    figures.push(...(await onOwnGround(name, room, run)));
  }
  say(`\nload of the machine after: ${load()}\n`);
  for (const line of figures.flatMap(figureLines)) say(line);
  const missed = figures.filter((figure) => !isMet(figure)).length;
  say(`\n${figures.length} figures, ${missed} of them miss their target`);
  return values.judge && missed > 0 ? 1 : 0;
}

function wanted(): [string, Room][] | null {
  if (values.only === undefined) return Object.entries(ROOMS);
  const names = values.only.split(',');
  return names.every((name) => name in ROOMS) ? Object.entries(ROOMS).filter(([name]) => names.includes(name)) : null;
}

/** What one room has left behind does not weigh on the next. */
async function onOwnGround(name: string, room: Room, run: BenchRun): Promise<Figure[]> {
  const ground = await benchGround(name, () => {});
  try {
    const bare = await BareTemporal.open(ground.ground.story.temporal);
    try {
      return await room(ground, bare, run);
    } finally {
      await bare.close();
    }
  } finally {
    await ground.close();
  }
}

const load = () => loadavg()[0]?.toFixed(1) ?? '?';

process.exitCode = await bench();
