import { wholeDocument, type TrialReport } from '@redress/packs';
import { plusMs, type Words } from '@redress/policy';
import { z } from 'zod';
import { compiledNamed, packNamed } from './pack.files.ts';
import { PolicyError } from './policy.error.ts';
import { trialLines } from './trial.lines.ts';

export interface TryOptions {
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Where the services listen. */
  readonly intake: string;
  readonly staffing: string;
  readonly user: string;
  readonly password: string;
  readonly language: keyof Words;
}

const session = z.object({ token: z.string() });

/** Tries the pack on past complaints of the running installation, and prints what would have been different. */
export async function tryCommand(name: string, options: TryOptions, say: (line: string) => void): Promise<number> {
  const { text, library } = packNamed(name);
  const until = options.until === undefined ? {} : { until: instantOf(options.until) };
  const period = { since: instantOf(options.since), ...until };
  // Whatever is wrong is said by file and line before anybody is asked.
  compiledNamed(name);
  const document = JSON.stringify(wholeDocument(text, library));
  const { user: username, password, intake, staffing } = options;
  const { token } = session.parse(await posted(`${staffing}/sessions`, { username, password }));
  const headers = { authorization: `Bearer ${token}` };
  const report = await posted(`${intake}/packs/trials`, { document, ...period }, headers);
  for (const line of trialLines(report as TrialReport, options.language)) say(line);
  return 0;
}

const problem = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/** What the installation finds wrong; its places are those of the whole document, which nobody has written. */
function refusalOf(url: string, status: number, given: unknown): string {
  const told = problem.safeParse(given);
  if (!told.success) return `${url} was answered ${status} ${JSON.stringify(given)}`;
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

async function posted(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const answer = await fetch(url, { ...request, body: JSON.stringify(body) }).catch(() => null);
  if (answer === null) throw new PolicyError(`Nobody answers at ${url}: is the installation up (npm start)?`);
  const given: unknown = await answer.json().catch(() => null);
  if (answer.ok) return given;
  throw new PolicyError(refusalOf(url, answer.status, given));
}
