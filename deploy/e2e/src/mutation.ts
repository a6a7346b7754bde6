import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { reportOf, survivorLines } from './mutation/mutation.report.ts';
import { SAMPLE_ENVIRONMENT } from './mutation/sample.checker.ts';

const HELP = `npm run mutation [-- OPTIONS] [FILE...]
  changes the rules of libs/policy at random, one place at a time, and runs their tests on each change that compiles

  --sample N   so many changes, at random (220)
  --seed S     which; a seed is drawn and printed
  --all        every change there is
  --least P    percent of the changes that the tests must see (85)
`;
const ROOT = join(import.meta.dirname, '../../..');
/** Rules; neither their tests nor the builders that only tests use. */
const RULES = [
  'libs/policy/src/**/*.ts',
  '!libs/policy/src/**/*.spec.ts',
  '!libs/policy/src/**/*builder*.ts',
  '!libs/policy/src/why/*.words.ts',
];
const PATIENCE_MS = 20_000;
const HIGHEST_SEED = 2 ** 31;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    all: { type: 'boolean', default: false },
    sample: { type: 'string', default: '220' },
    seed: { type: 'string', default: String(randomInt(HIGHEST_SEED)) },
    least: { type: 'string', default: '85' },
  },
});

const say = (line: string) => console.log(line);

async function mutation(): Promise<number> {
  const [sample, seed, least] = [Number(values.sample), Number(values.seed), Number(values.least)];
  say(`seed ${seed}: ${values.all ? 'every change' : `${sample} random changes`} of the rules`);
  process.chdir(ROOT);
  process.env[SAMPLE_ENVIRONMENT] = JSON.stringify({ sample, seed });
  const results = await new Stryker({
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    jest: {
      projectType: 'custom',
      configFile: 'jest.config.mjs',
      enableFindRelatedTests: true,
      // What measures the machine measures nothing where the code is instrumented.
      config: { testPathIgnorePatterns: ['speed.spec', '/node_modules/'] },
    },
    coverageAnalysis: 'perTest',
    mutate: positionals.length === 0 ? RULES : positionals,
    checkers: [values.all ? 'typescript' : 'sample'],
    tsconfigFile: 'libs/policy/tsconfig.json',
    plugins: [
      '@stryker-mutator/jest-runner',
      '@stryker-mutator/typescript-checker',
      join(import.meta.dirname, 'mutation/sample.checker.js'),
    ],
    ignorePatterns: ['services', 'deploy', 'workflows', '**/dist', '.redress', '.nx'],
    tempDirName: join('.redress', 'mutation'),
    reporters: ['dots'],
    concurrency: 2,
    // Only what never ends runs into it: a busy machine must not count as a kill.
    timeoutMS: PATIENCE_MS,
    logLevel: 'warn',
    allowConsoleColors: false,
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest();
  const report = reportOf(results);
  for (const line of survivorLines(report, ROOT)) say(line);
  const { mutants, killed, score } = report;
  say(
    `\n${mutants} changes of ${results.length}, ${killed} seen by the tests: ${score.toFixed(1)} % (at least ${least} %), seed ${seed}`,
  );
  return score >= least && mutants > 0 ? 0 : 1;
}

if (values.help) say(HELP);
else process.exitCode = await mutation();
