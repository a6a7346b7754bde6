import { DUTY_KINDS } from '@redress/policy';
import type { Happening } from '../judge/happening.ts';
import type { TimelineLine } from './complaint.looks.ts';

/** Stages that the complaint came to, and rungs that fired, as its timeline tells them. */
export function happeningsOf(timeline: readonly TimelineLine[]): Happening[] {
  let stage: string | null = null;
  const found: Happening[] = [];
  for (const line of timeline) {
    if (line.stage !== null && line.stage !== stage) found.push({ at: line.at, text: `stage ${line.stage}` });
    stage = line.stage ?? stage;
    const rung = rungText(line);
    if (rung !== null) found.push({ at: line.at, text: rung });
  }
  return found;
}

export function messageText(purpose: string): string {
  return `message ${purpose}`;
}

export function noticeText(name: string, code: string): string {
  return `told ${name}: ${code}`;
}

/** Who is told, where the text is that of a notice; else null. */
export function toldIn(text: string): string | null {
  return /(?:^|: )told (.+): [^:]+$/.exec(text)?.[1] ?? null;
}

/** A rung as a story says it; `rung` is null for a warning, `duty` where no clock stands behind it. */
export function firingText(rung: string | null, duty: string | null): string {
  const what = rung === null ? 'warning' : `escalated to ${rung.replaceAll('-', ' ')}`;
  return duty === null ? what : `${what} for ${duty}`;
}

/** The kind of the duty with this id: `respond-1` is a `respond`, `statutory-final-response` a `statutory`. */
export function kindOf(dutyId: unknown): string | null {
  if (typeof dutyId !== 'string') return null;
  return DUTY_KINDS.find((kind) => dutyId.startsWith(`${kind}-`)) ?? dutyId.replace(/-[^-]*$/, '');
}

/** Rungs whose recorded instant is not the one that they were due at. */
export function firedAside(timeline: readonly TimelineLine[]): string[] {
  return timeline
    .filter(({ at, facts }) => typeof facts['firedFor'] === 'string' && facts['firedFor'] !== at)
    .map(
      (line) =>
        `"${rungText(line) ?? line.code}" was due at ${String(line.facts['firedFor'])} and is recorded at ${line.at}`,
    );
}

function rungText({ code, facts }: TimelineLine): string | null {
  if (code === 'warned') return firingText(null, kindOf(facts['dutyId']));
  if (code === 'escalated') return firingText(String(facts['rung']), kindOf(facts['dutyId']));
  return null;
}
