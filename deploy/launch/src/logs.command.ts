import { existsSync, readdirSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError, pause } from '@redress/engines';
import type { CliCommand } from './cli.arguments.ts';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';

const LOOK_EVERY_MS = 500;

/** `logs <service>`: the last lines of a service's or engine's log; with --follow also what comes. */
export async function logsCommand(
  { service, follow, lines }: Extract<CliCommand, { command: 'logs' }>,
  write: (text: string) => void,
): Promise<number> {
  const file = logFile(service);
  const text = await readFile(file, 'utf8');
  write(`${text.trimEnd().split('\n').slice(-lines).join('\n')}\n`);
  if (follow) await followFile(file, Buffer.byteLength(text), write);
  return 0;
}

function logFile(service: string | undefined): string {
  const folders = [join(installationFolder('main'), 'logs'), join(ENGINES_FOLDER, 'logs')];
  const found = folders.map((folder) => join(folder, `${service ?? ''}.log`)).find((file) => existsSync(file));
  if (found) return found;
  const names = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder));
  const known = names.filter((name) => name.endsWith('.log')).map((name) => name.slice(0, -4));
  if (known.length === 0) throw new EngineError('There is no log yet: start Redress with "npm start".');
  throw new EngineError(
    `${service ? `There is no log of "${service}"` : 'Whose log?'}: give one of ${known.sort().join(', ')}.`,
  );
}

async function followFile(file: string, from: number, write: (text: string) => void): Promise<never> {
  for (let position = from; ; await pause(LOOK_EVERY_MS)) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size < position) position = 0;
    if (size === position) continue;
    const handle = await open(file, 'r');
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size - position), 0, size - position, position);
    await handle.close();
    position += bytesRead;
    write(buffer.subarray(0, bytesRead).toString('utf8'));
  }
}
