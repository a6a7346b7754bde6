#!/usr/bin/env node
// Runs on a bare clone with nothing but Node and npm: installs and builds what is missing, then hands over to the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'deploy/launch/dist/cli.js');
const BUNDLE = join(ROOT, 'workflows/worker/dist/workflow-bundle.cjs');
/** What the bundle of the workflows is made of. */
const BUNDLED = ['workflows/complaint/src', 'libs/policy/src', 'libs/contracts/src', 'libs/temporal/src'];
const SMALL_COMMANDS = ['status', 'stop', 'logs', 'reset'];
/** Programs that explain themselves. */
const WITH_OWN_HELP = ['bench', 'bulk', 'demo', 'model', 'mutation', 'scenario', 'spec', 'stories', 'test'];

const OUTPUT = {
  say: console.log,
  progress: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};
const TRANSFER = ['transfer/transfer.cli.js', ({ runTransfer }, rest) => runTransfer(args[0], rest, OUTPUT)];
/** Commands about packs, and those that ask a running installation, need neither engines nor the bundle. */
const LIGHT = {
  policy: ['policy/policy.cli.js', ({ runPolicy }, rest) => runPolicy(rest, console.log)],
  stuck: ['stuck/stuck.cli.js', ({ runStuck }, rest) => runStuck(rest, console.log, console.error)],
  import: TRANSFER,
  export: TRANSFER,
};

const args = process.argv.slice(2);
requireNode();
if (Object.hasOwn(LIGHT, args[0] ?? '')) {
  const [path, run] = LIGHT[args[0]];
  const program = join(ROOT, 'deploy/launch/dist', path);
  installDependencies();
  compile(program);
  process.exit(await run(await import(pathToFileURL(program).href), args.slice(1)));
}
if (!WITH_OWN_HELP.includes(args[0]) && args.some((arg) => ['--help', '-h', 'help'].includes(arg))) {
  process.stdout.write(readFileSync(join(ROOT, 'deploy/launch/help.txt'), 'utf8'));
  process.exit(0);
}
installDependencies();
if (!SMALL_COMMANDS.includes(args[0]) || !existsSync(CLI)) build();
const { runCli } = await import(pathToFileURL(CLI).href);
process.exit(await runCli(args));

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22;
  if (!enough)
    fail(
      `Node 20.19 or newer, or 22.13 or newer, is needed; this is ${process.versions.node}: install one from https://nodejs.org.`,
    );
}

/** npm leaves its own lock file in node_modules at the very end: without it, or older, the install is not whole. */
function installDependencies() {
  const wanted = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && changedAt(installed) >= changedAt(wanted)) return;
  console.error('Installing dependencies (npm ci) …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: 'inherit' });
  if (result.error) fail(`npm cannot be run (${result.error.message}): install npm 10 or newer.`);
  if (result.status !== 0) fail('npm ci failed: see above; the disk may be full or the registry out of reach.');
}

function compile(entry) {
  if (!existsSync(entry)) console.error('Building …');
  runQuietly([join(ROOT, 'node_modules/typescript7/bin/tsc'), '-b'], 'The build failed.');
}

function build() {
  compile(CLI);
  const bundler = join(ROOT, 'workflows/worker/dist/build-bundle.js');
  if (!existsSync(bundler) || isFresh(BUNDLE, BUNDLED)) return;
  console.log('Bundling the workflows …');
  runQuietly([bundler], 'Bundling the workflows failed.');
}

/** Prints only when the command fails. */
function runQuietly(command, failure) {
  const result = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  fail(result.signal ? 'Interrupted.' : failure);
}

function isFresh(file, folders) {
  if (!existsSync(file)) return false;
  const builtAt = changedAt(file);
  return folders.every((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).every(
      (entry) => changedAt(join(entry.parentPath ?? entry.path, entry.name)) <= builtAt,
    ),
  );
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
