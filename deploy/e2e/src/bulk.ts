import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runTransfer, type ServiceProcess } from '@redress/launch';
import { BROKEN_ONE_IN, writeBulkFile } from './bulk/bulk.file.ts';
import { MemoryMeter } from './bulk/memory.meter.ts';
import { prepareGround, testEngines, type StoryGround } from './story.installation.ts';

const HELP = `npm run bulk [-- OPTIONS]
  loads a small and a large file into an installation of its own, one row in ten broken, and prints rows a second and the
  most memory that the process of intake has held; ends with 1 when a row is lost, loaded twice or wrongly counted

  --rows N      rows of the large file (100000)
  --few N       rows of the small one (1000)
  --format F    csv or xlsx (csv)
  --new         new complaints instead of history: clocks, messages and processes
  --kill        kills intake -9 in the middle of the large file and starts it again
  --export      writes all of it to a file at the end
`;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    few: { type: 'string', default: '1000' },
    format: { type: 'string', default: 'csv' },
    new: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
    export: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const say = (line: string) => console.log(line);
const FIRST_ROWS_MS = 10_000;

interface Outcome {
  readonly state: string;
  readonly loaded: number;
  readonly known: number;
  readonly refused: number;
}

/** Runs a command against the installation; answers what it printed as JSON. */
async function transfer<T>({ story }: StoryGround, command: 'import' | 'export', args: string[]): Promise<T> {
  const printed: string[] = [];
  const where = ['--intake', story.urls.intake, '--staffing', story.urls.staffing, '--json'];
  await runTransfer(command, [...args, ...where], {
    say: (line) => printed.push(line),
    progress: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  });
  return JSON.parse(printed.join('\n')) as T;
}

function intakeOf({ installation }: StoryGround): ServiceProcess {
  const found = installation.processes.find(({ name }) => name === 'intake');
  if (found === undefined) throw new Error('intake does not run');
  return found;
}

async function killed(intake: ServiceProcess): Promise<void> {
  await pause(FIRST_ROWS_MS);
  const { pid } = intake;
  await intake.kill('SIGKILL');
  await intake.restart();
  await intake.waitReady();
  say(`intake (process ${pid}) was killed -9 and is up again (process ${intake.pid})`);
}

/** Loads a file of so many rows; answers whether each of them came to what it had to. */
async function load(ground: StoryGround, folder: string, rows: number, kills: boolean): Promise<boolean> {
  const file = join(folder, `${rows}.${values.format}`);
  await writeBulkFile(file, rows);
  const intake = intakeOf(ground);
  const meter = new MemoryMeter(intake);
  meter.reset();
  const startedAt = performance.now();
  const args = [file, '--name', String(rows), ...(values.new ? [] : ['--history'])];
  const [outcome] = await Promise.all([
    transfer<Outcome>(ground, 'import', args),
    kills ? killed(intake) : Promise.resolve(),
  ]);
  const seconds = (performance.now() - startedAt) / 1_000;
  const size = (statSync(file).size / 1_048_576).toFixed(1);
  say(
    `${rows} rows (${values.format}, ${size} MB): ${Math.round(rows / seconds)} rows a second, ` +
      `at most ${meter.peakMb()} MB held by intake; ${JSON.stringify(outcome)}`,
  );
  const broken = Math.ceil(rows / BROKEN_ONE_IN);
  const { state, loaded, known, refused } = outcome;
  return state === 'done' && loaded === rows - broken && known === 0 && refused === broken;
}

async function bulk(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bulk-'));
  const engines = await testEngines(say);
  try {
    const ground = await prepareGround(engines, {
      ...{ name: `bulk${process.pid}`, startsAt: '2026-11-23T01:00:00.000Z', say },
      services: ['intake', 'staffing'],
    });
    try {
      const small = await load(ground, folder, Number(values.few), false);
      const large = await load(ground, folder, Number(values.rows), values.kill);
      if (values.export) await writeAll(ground, folder);
      return small && large;
    } finally {
      await ground.clear();
    }
  } finally {
    await engines.stop();
    rmSync(folder, { recursive: true });
  }
}

async function writeAll(ground: StoryGround, folder: string): Promise<void> {
  const meter = new MemoryMeter(intakeOf(ground));
  for (const format of ['csv', 'xlsx']) {
    meter.reset();
    const startedAt = performance.now();
    const { bytes } = await transfer<{ bytes: number }>(ground, 'export', [join(folder, `all.${format}`), '--words']);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    say(`exported as ${format}: ${bytes} bytes in ${seconds} s, at most ${meter.peakMb()} MB held by intake`);
  }
}

if (values.help) say(HELP);
else process.exitCode = (await bulk()) ? 0 : 1;
