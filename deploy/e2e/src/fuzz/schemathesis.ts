import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, installOnce, openCache, runCommand } from '@redress/engines';
import { DATA_FOLDER } from '@redress/launch';
import { z } from 'zod';

/** Where it is run: it keeps what it has found in the folder that it is called in. */
const REPORTS = join(DATA_FOLDER, 'test-reports');
const VERSION = '4.32.5';
const NEEDED_MB = 200;
const LONGEST_FAULT = 2_000;
const MOST_OUTPUT = 1e8;
const PIP = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`];

export interface Fuzzing {
  readonly service: string;
  readonly url: string;
  readonly authorization: string;
  readonly examplesEach: number;
  readonly seed: number;
}

export interface Fuzzed {
  readonly cases: number;
  /** Lines that say what was answered with a fault; empty when nothing was. */
  readonly faults: readonly string[];
}

/** Installs schemathesis once for all clones of this user; needs Python 3.10 or newer. Answers its program. */
export async function schemathesis(onProgress: (line: string) => void): Promise<string> {
  const { folder } = openCache(process.env, DATA_FOLDER);
  const home = await installOnce(folder, {
    name: `schemathesis-${VERSION}`,
    isComplete: (at) => existsSync(join(at, 'complete')),
    neededMegabytes: NEEDED_MB,
    onProgress,
    fill: async (at) => {
      requirePython();
      await runCommand('python3', ['-m', 'venv', '--copies', at], { purpose: 'Making a place for schemathesis' });
      await runCommand(join(at, 'bin/python'), PIP, { purpose: 'Installing schemathesis' });
      await runCommand('touch', [join(at, 'complete')], { purpose: 'Installing schemathesis' });
    },
  });
  // A virtual environment is moved with its folder: its programs are called as modules.
  return join(home, 'bin/python');
}

function requirePython(): void {
  const { status } = spawnSync('python3', ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))']);
  if (status !== 0)
    throw new EngineError(
      'Python 3.10 or newer with its module venv is needed to test with hostile input: install it.',
    );
}

const report = z.object({
  complete: z.boolean(),
  operations: z.object({ tested: z.number(), selected: z.number() }),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.unknown()),
  errors: z.array(z.unknown()),
});

/** Sends what a service's own description allows, and what it does not; collects what was answered with a fault. */
export async function fuzz(python: string, fuzzing: Fuzzing): Promise<Fuzzed> {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `fuzz-${fuzzing.service}.json`);
  rmSync(file, { force: true });
  const { stdout, stderr } = await run(python, [...argumentsFor(fuzzing), '--report-json-path', file]);
  if (!existsSync(file)) throw new Error(`schemathesis left no report:\n${stdout}${stderr}`);
  const { complete, operations, test_cases, failures, errors } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const faults = [...failures, ...errors].map((one) => JSON.stringify(one).slice(0, LONGEST_FAULT));
  if (faults.length > 0) faults.push(toldOf(stdout));
  if (!complete) faults.push('the run did not come to its end');
  if (operations.tested < operations.selected) faults.push(`only ${operations.tested} addresses were tried`);
  return { cases: test_cases.generated, faults };
}

/** What schemathesis itself says of what it has found, with the request to send again. */
function toldOf(stdout: string): string {
  const from = stdout.search(/=+ (ERRORS|FAILURES) =+/);
  return stdout.slice(Math.max(0, from)).slice(0, LONGEST_FAULT);
}

function argumentsFor({ url, authorization, examplesEach, seed }: Fuzzing): string[] {
  return [
    ...['-m', 'schemathesis.cli', 'run', `${url}/openapi.json`, '--url', url, '--no-color', '--warnings', 'off'],
    ...['--phases', 'coverage,fuzzing', '--checks', 'not_a_server_error', '--continue-on-failure'],
    ...['--max-examples', String(examplesEach), '--seed', String(seed), '--workers', '2', '--report', 'json'],
    ...['--header', `authorization: ${authorization}`, '--suppress-health-check', 'all'],
    // A connection may be closed in the very moment in which it is used again; who has crashed answers no second time.
    ...['--request-retries', '2'],
  ];
}

function run(command: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) =>
    execFile(command, [...args], { cwd: REPORTS, maxBuffer: MOST_OUTPUT }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    ),
  );
}
