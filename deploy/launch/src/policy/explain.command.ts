import { explainPack } from '@redress/packs';
import type { Words } from '@redress/policy';
import { factsFrom } from './facts.input.ts';
import { compiledNamed } from './pack.files.ts';
import { PolicyError } from './policy.error.ts';

export interface ExplainOptions {
  readonly facts: string;
  /** When the complaint is received; now, where nothing is said. */
  readonly received: string | undefined;
  readonly language: keyof Words;
}

/** Says what the pack makes of the facts, and why. */
export function explainCommand(name: string, options: ExplainOptions, say: (line: string) => void): number {
  const { pack, calendars } = compiledNamed(name);
  const { lines } = explainPack(pack, factsFrom(options.facts), instantOf(options.received), calendars);
  for (const line of lines) say(line[options.language]);
  return 0;
}

function instantOf(text: string | undefined): string {
  const date = text === undefined ? new Date() : new Date(text);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new PolicyError(`\`${text}\` is no instant; write one such as 2026-09-18T15:00:00+08:00.`);
}
