import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { identify, isAlive } from '@redress/engines';
import type { ProcessIdentity } from '@redress/engines';
import { z } from 'zod';
import type { ManagedProcess } from './service.process.ts';

const identity = z.object({ pid: z.number(), startedAt: z.string() });
const recordFile = z.object({
  launcher: identity,
  processes: z.array(identity.extend({ name: z.string(), port: z.number(), logFile: z.string() })),
});

/** Who runs an installation, and with which processes: for `status`, `stop` and the next start. */
export type InstallationRecord = z.infer<typeof recordFile>;

/** The last record of the installation, living or not. */
export function readInstallation(dir: string): InstallationRecord | undefined {
  try {
    return recordFile.parse(JSON.parse(readFileSync(fileIn(dir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The program that runs the installation, while it lives. */
export function livingLauncher(dir: string): ProcessIdentity | undefined {
  const launcher = readInstallation(dir)?.launcher;
  return launcher && isAlive(launcher) ? launcher : undefined;
}

/** Replaces the record in one step. */
export function writeInstallation(dir: string, processes: readonly ManagedProcess[]): void {
  const launcher = identify(process.pid);
  const living = processes.flatMap(({ identity: known, name, port, logFile }) =>
    known ? [{ ...known, name, port, logFile }] : [],
  );
  const file = fileIn(dir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ launcher, processes: living }));
  renameSync(`${file}.new`, file);
}

export function removeInstallationRecord(dir: string): void {
  rmSync(fileIn(dir), { force: true });
}

function fileIn(dir: string): string {
  return join(dir, 'run', 'installation.json');
}
