import { wholeDocument, type TrialReport } from '@redress/packs';
import { plusMs, type Words } from '@redress/policy';
import { z } from 'zod';
import { InstallationApi, type ApiAccess } from '../api/installation.api.ts';
import { compiledNamed, packNamed } from './pack.files.ts';
import { PolicyError } from './policy.error.ts';
import { trialLines } from './trial.lines.ts';

export interface TryOptions extends ApiAccess {
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly language: keyof Words;
}

/** Tries the pack on past complaints of the running installation, and prints what would have been different. */
export async function tryCommand(name: string, options: TryOptions, say: (line: string) => void): Promise<number> {
  const { text, library } = packNamed(name);
  const until = options.until === undefined ? {} : { until: instantOf(options.until) };
  const period = { since: instantOf(options.since), ...until };
  // Whatever is wrong is said by file and line before anybody is asked.
  compiledNamed(name);
  const document = JSON.stringify(wholeDocument(text, library));
  const api = await InstallationApi.open(options);
  const report = await tried(api, { document, ...period });
  for (const line of trialLines(report as TrialReport, options.language)) say(line);
  return 0;
}

const problem = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/** What the installation finds wrong; its places are those of the whole document, which nobody has written. */
function refusalOf(status: number, given: unknown): string {
  const told = problem.safeParse(given);
  if (!told.success) return `The installation answers ${status} ${JSON.stringify(given)}`;
  const mistakes = told.data.errors.map(({ message }) => `  ${message}`);
  const publish = 'A calendar of your own is published first, with POST /calendars.';
  return ['The installation cannot take the pack:', ...mistakes, publish].join('\n');
}

/** A day stands for its beginning in UTC. */
function instantOf(text: string | undefined): string {
  const ms = Date.parse(text ?? '');
  if (!Number.isNaN(ms)) return plusMs(new Date(ms).toISOString(), 0);
  throw new PolicyError('Say from when on: --since 2026-11-01');
}

async function tried(api: InstallationApi, body: object): Promise<unknown> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await api.ask('/packs/trials', request);
  const given: unknown = await answer.json().catch(() => null);
  if (answer.ok) return given;
  throw new PolicyError(refusalOf(answer.status, given));
}
