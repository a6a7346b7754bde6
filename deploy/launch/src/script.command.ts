import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '@redress/engines';
import { whenNpmIsGone } from './npm.parent.ts';
import { PARENT_GUARD, REPOSITORY_ROOT } from './repository.root.ts';

/** The programs that play whole installations. */
export const SCRIPTS = ['bench', 'bulk', 'demo', 'model', 'scenario', 'spec', 'mutation', 'test'] as const;
export type Script = (typeof SCRIPTS)[number];
/** The package whose program it is, where it is not `e2e`. */
const PACKAGES: Partial<Record<Script, string>> = { bench: 'bench' };

/** Runs the program of that name, passes signals on and answers its exit code. */
export async function scriptCommand(name: Script, args: string[]): Promise<number> {
  const program = join(REPOSITORY_ROOT, 'deploy', PACKAGES[name] ?? 'e2e', 'dist', `${name}.js`);
  if (!existsSync(program)) throw new EngineError(`${program} does not exist: run "npm run build".`);
  // In a group of its own, so that Ctrl-C reaches it once, from here, and not from the terminal as well.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'] as const;
  const child = spawn(process.execPath, ['--import', PARENT_GUARD, program, ...args], {
    stdio: [...stdio],
    detached: true,
  });
  let lastAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (Date.now() - lastAt > 1_000) child.kill(signal);
      lastAt = Date.now();
    });
  }
  whenNpmIsGone(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
