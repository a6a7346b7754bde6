import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RunningEngines } from '@redress/engines';
import { DATA_FOLDER } from '@redress/launch';
import { prepareGround, testEngines, type StoryGround } from './story.installation.ts';
import { Tally } from './test.tally.ts';

/** The repository's root, where every command is run. */
const ROOT = join(import.meta.dirname, '../../..');
const REPORTS = join(DATA_FOLDER, 'test-reports');
/** Fewer tests than this is a fault of the runner: somebody's tests were not found. */
const FEWEST_TESTS = Number(readFileSync(join(ROOT, 'deploy/e2e/fewest-tests.txt'), 'utf8'));

/** Suites that share one installation, in the order in which they can. */
const LIVES = ['canary', 'improvement', 'absence', 'packs', 'finding', 'transfer', 'poison'].map(
  (room) => `src/${room}/.*e2e.spec.ts`,
);
const DOORS = ['authorisation', 'hostile-input'].map((room) => `src/${room}/.*e2e.spec.ts`);
/** Leaves the organisation in disorder. */
const FUZZ = ['src/fuzz/.*e2e.spec.ts'];

const { values } = parseArgs({ options: { only: { type: 'string' }, match: { type: 'string' } } });
const say = (line: string) => console.log(line);
const tally = new Tally();

/** Runs a command with its output shown; answers the exit code. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function timed<Answer>(name: string, run: () => Promise<Answer>): Promise<Answer> {
  const from = performance.now();
  const answer = await run();
  tally.took(name, performance.now() - from);
  return answer;
}

async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  if (values.only !== undefined && values.only !== 'checks') return;
  say(`\n== ${name}`);
  tally.one(name, (await timed(name, () => run(command, args))) === 0);
}

/** With `--match` only the suites whose path has it. */
function matching(patterns: readonly string[]): string[] {
  return values.match === undefined ? [...patterns] : patterns.map((pattern) => `^(?=.*${values.match}).*${pattern}`);
}

async function jest(
  name: string,
  patterns: readonly string[],
  more: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  if (values.only !== undefined && !name.startsWith(values.only)) return;
  say(`\n== ${name}`);
  const report = join(REPORTS, `${name}.json`);
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...matching(patterns)];
  const whole = [...args, '--json', `--outputFile=${report}`, '--testTimeout=300000', ...more];
  const code = await timed(name, () => run(process.execPath, whole, env));
  tally.jest(name, existsSync(report) ? readFileSync(report, 'utf8') : null, code);
}

function groundEnvironment({ story, installation }: StoryGround): Record<string, string> {
  const temporal = { ...story.temporal, payloadKey: story.temporal.payloadKey.toString('base64') };
  const logFiles = installation.processes.map((process) => process.logFile);
  return { REDRESS_TEST_GROUND: JSON.stringify({ ...story, temporal, logFiles }) };
}

async function test(): Promise<void> {
  mkdirSync(REPORTS, { recursive: true });
  await check('types of the specs', process.execPath, ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.spec.json']);
  await check('format', 'npm', ['run', '--silent', 'format:check']);
  await check('lint and boundaries', 'npm', ['run', '--silent', 'lint']);
  await jest(
    'rules',
    ['spec.ts'],
    ['--testPathIgnorePatterns', 'engines.spec', 'e2e.spec', 'node_modules', 'dist'],
    {},
  );
  // Few changes say little about a share: the whole run (npm run mutation) asks for more.
  const few = ['--sample', '40', '--least', '85'];
  await check('changes to the rules are seen', process.execPath, ['deploy/e2e/dist/mutation.js', ...few]);
  const engines = await timed('starting the engines', () => testEngines(say));
  const { postgresUrl, temporalAddress, kafkaBrokers } = engines.addresses;
  const env = {
    REDRESS_TEST_POSTGRES_URL: postgresUrl,
    REDRESS_TEST_TEMPORAL_ADDRESS: temporalAddress,
    REDRESS_TEST_KAFKA_BROKERS: kafkaBrokers.join(','),
  };
  try {
    await jest('engines', ['engines.spec.ts'], ['--maxWorkers=2'], env);
    if (values.only === undefined || values.only.startsWith('e2e')) await together(engines, env);
    await jest('demo', ['src/demo/.*e2e.spec.ts'], ['--runInBand'], env);
    await jest('stories', ['stories.e2e'], ['--runInBand'], env);
    // Takes the engines down: last of all.
    await jest('resilience', ['resilience.e2e'], ['--runInBand'], env);
  } finally {
    await engines.stop();
  }
}

/** Suites that share one installation. */
async function together(engines: RunningEngines, env: Record<string, string>): Promise<void> {
  const ground = await timed('starting an installation', () =>
    prepareGround(engines, {
      name: `t${process.pid}`,
      startsAt: '2026-11-23T01:00:00.000Z',
      environment: { REDRESS_WORKFLOW_CACHE: '0', REDRESS_IMPORT_MOST_MB: '20' },
      say,
    }),
  );
  try {
    const shared = { ...env, ...groundEnvironment(ground) };
    // Lives move the time of the installation; the doors leave many complaints open, so they come last.
    await jest('e2e-lives', LIVES, ['--runInBand'], shared);
    await jest('e2e-doors', DOORS, ['--runInBand'], shared);
    await jest('e2e-fuzz', FUZZ, ['--runInBand'], shared);
  } finally {
    await ground.clear();
  }
}

await test();
if (values.only === undefined) tally.atLeast(FEWEST_TESTS);
for (const line of tally.lines()) say(line);
process.exitCode = tally.failed === 0 ? 0 : 1;
