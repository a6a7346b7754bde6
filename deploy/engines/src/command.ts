import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { EngineError } from './engine.error.ts';
import { throwIfInterrupted } from './pause.ts';

export interface CommandOptions {
  /** What the command is for, as it reads in an error: "Building Temporal". */
  purpose: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  onLine?: (line: string) => void;
  signal?: AbortSignal;
}

const KEPT_LINES = 20;

/** Runs a command to its end; resolves with what it printed. Throws one sentence and its last lines when it fails. */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<string> {
  const lines: string[] = [];
  const code = await execute(command, args, options, (line) => {
    lines.push(line);
    options.onLine?.(line);
  });
  throwIfInterrupted(options.signal);
  if (code === 0) return lines.join('\n');
  const tail = lines.slice(-KEPT_LINES).join('\n');
  if (/no space left on device/i.test(tail)) {
    throw new EngineError(`${options.purpose} found the disk full: free some space and start again.`, tail);
  }
  throw new EngineError(`${options.purpose} failed (${command} ended with ${code}); its last lines:`, tail);
}

function execute(
  command: string,
  args: string[],
  options: CommandOptions,
  onLine: (line: string) => void,
): Promise<number | string> {
  return new Promise((resolve, reject) => {
    const { cwd, env, uid, gid, signal } = options;
    const child = spawn(command, args, { cwd, env, uid, gid, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    createInterface({ input: child.stdout }).on('line', onLine);
    createInterface({ input: child.stderr }).on('line', onLine);
    child.on('error', (error) => {
      // An interrupted command is still ending: its close follows.
      if (signal?.aborted && child.pid !== undefined) return;
      reject(new EngineError(`${options.purpose} failed: ${command} cannot be run (${error.message}).`));
    });
    child.on('close', (code, killedBy) => resolve(code ?? killedBy ?? 'an unknown end'));
  });
}
