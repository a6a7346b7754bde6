import type { BenchGround } from '../bench.ground.ts';
import type { BenchRun } from '../bench.options.ts';
import type { Figure } from '../figure.ts';
import { cpuMs, familyCpuMs, familyMegabytes } from '../process.cost.ts';

const SETTLE_MS = 10_000;

/** What every process needs while nothing happens. */
export async function restFigures(ground: BenchGround, { size, say }: BenchRun): Promise<Figure[]> {
  await pause(SETTLE_MS);
  const seconds = Math.max(10, size.seconds);
  const ours = ground.ground.installation.processes.map(({ name, pid }) => ({ name, read: () => cpuMs(pid), pid }));
  const engines = ground.engines.processes.map(({ name, pid }) => ({ name, read: () => familyCpuMs(pid), pid }));
  const all = [...ours, ...engines];
  const before = all.map(({ read }) => read());
  await pause(seconds * 1000);
  const rest = all.map(({ name, read, pid }, index) => ({
    name,
    percent: (read() - (before[index] ?? 0)) / (seconds * 10),
    megabytes: familyMegabytes(pid),
  }));
  for (const { name, percent, megabytes } of rest)
    say(`  ${name.padEnd(24)} ${percent.toFixed(1).padStart(5)} % of a core ${megabytes.toFixed(0).padStart(5)} MB`);
  const busiest = Math.max(...rest.slice(0, ours.length).map(({ percent }) => percent));
  return [
    alone('CPU at rest, the busiest of our processes', '% of a core', busiest, { sense: 'at most', bound: 3 }, seconds),
    alone(
      'Memory at rest, all processes with the engines',
      'MB',
      sum(rest),
      { sense: 'at most', bound: 3072 },
      seconds,
    ),
  ];
}

function alone(name: string, unit: string, value: number, target: Figure['target'], n: number): Figure {
  return { name, unit, against: null, rounds: [{ floor: 1, value }], target, n };
}

const sum = (rest: readonly { megabytes: number }[]) => rest.reduce((all, { megabytes }) => all + megabytes, 0);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
