import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningEngines } from '@redress/engines';
import type { ChangedCopy } from './changed.copy.ts';
import type { ProofPlay } from './prove.ts';
import type { ShowingLine } from './spec.table.ts';

/** Plays the story in a copy of what is built with one place changed; answers its lines, or why it proves nothing. */
export async function playChangedRule(
  { addresses }: RunningEngines,
  copy: ChangedCopy,
  { proof, story }: ProofPlay,
): Promise<readonly ShowingLine[] | string> {
  if (proof.rule === null) throw new Error(`${proof.id} changes no rule`);
  const output = join(copy.folder, 'lines.json');
  rmSync(output, { force: true });
  const undo = copy.change(proof.rule);
  try {
    const code = await run(copy.folder, [output, story.file], {
      REDRESS_POSTGRES_URL: addresses.postgresUrl,
      REDRESS_TEMPORAL_ADDRESS: addresses.temporalAddress,
      REDRESS_KAFKA_BROKERS: addresses.kafkaBrokers.join(','),
    });
    if (code !== 0) return 'the changed product cannot be run at all';
    return JSON.parse(readFileSync(output, 'utf8')) as ShowingLine[];
  } finally {
    undo();
  }
}

function run(folder: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  const program = join(folder, 'deploy/e2e/dist/spec/proof.run.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
