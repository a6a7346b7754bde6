import { DUTY_KINDS, plusMs, type Instant } from '@redress/policy';
import type { Clock, ComplaintLook } from '../run/complaint.looks.ts';
import { isDue, type Story, type StoryItem } from '../story/story.ts';
import {
  codeOf,
  durationsIn,
  nameOfPath,
  pathCalled,
  valueAt,
  type DurationAt,
  type Path,
} from './document.numbers.ts';

/** One number of a pack, and another in its place. */
export interface Shift {
  readonly path: Path;
  /** As people call it: `levels.2.respond`. */
  readonly field: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** What the choice is made by: the pack as a document, and the complaint as it stands when it has been received. */
export interface ShiftGround {
  readonly document: unknown;
  readonly look: Pick<ComplaintLook, 'level' | 'clocks'>;
  readonly startedAt: Instant;
}

/**
 * The number that the story's first due instant comes from, and a quarter less of it: under a pack so changed the story
 * cannot come true. Null where it cannot be told which number that is; then the story names one.
 */
export function chooseShift(story: Story, ground: ShiftGround): Shift | null {
  const { document } = ground;
  if (story.shift !== null) return shiftAt(pathCalled(story.shift.field, document), document, story.shift.to);
  for (const item of story.items.filter(isDue)) {
    const kind = kindOf(item, ground);
    // What has no length of its own is given half of what remains of solve.
    const path = kind === null ? null : (pathBehind(kind, ground) ?? pathBehind('solve', ground));
    if (path !== null) return shiftAt(path, document, null);
  }
  return null;
}

/** The kind of clock that a due instant belongs to: named by a line, or falling due at that very instant. */
function kindOf({ atMs, expects }: StoryItem, { look, startedAt }: ShiftGround): string | null {
  for (const { says } of expects) {
    if ((says.kind === 'rung' || says.kind === 'verdict') && says.duty !== null) return says.duty;
  }
  const clock = look.clocks.find(({ dueAt }) => dueAt === plusMs(startedAt, atMs));
  if (clock !== undefined) return clock.kind;
  if (expects.some(({ says }) => says.kind === 'stage' && says.stage === 'ended')) return 'reopening';
  const words = expects.flatMap(({ text }) => text.split(/[ :]+/));
  return DUTY_KINDS.find((kind) => words.some((word) => word === kind || word.startsWith(`${kind}-`))) ?? null;
}

/** The length of time that the clock was started with, nearest to its level and name. */
function pathBehind(kind: string, { document, look }: ShiftGround): Path | null {
  const clock = look.clocks.find((one) => one.kind === kind);
  const durations = durationsIn(document);
  const alike = clock === undefined ? durations : durations.filter((one) => isBudgetOf(clock, one));
  const nearness = ({ path }: DurationAt) =>
    Number(path.includes(fieldOf(kind))) * 2 + Number(codeOf(valueAt(document, path.slice(0, 2))) === look.level);
  const [nearest] = alike.sort((a, b) => nearness(b) - nearness(a));
  return nearest === undefined || (clock === undefined && nearness(nearest) < 2) ? null : nearest.path;
}

/** `follow-up` is `followUp` in a pack. */
function fieldOf(kind: string): string {
  return kind.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isBudgetOf({ because }: Clock, { budget }: DurationAt): boolean {
  const stated = because.find(({ rule }) => rule === 'clock.budget')?.facts;
  return (['amount', 'unit', 'time', 'calendar'] as const).every((part) => stated?.[part] === budget[part]);
}

function shiftAt(path: Path, document: unknown, to: string | number | null): Shift | null {
  const from = valueAt(document, path);
  if (typeof from !== 'string' && typeof from !== 'number') return null;
  const shifted =
    to ?? (typeof from === 'number' ? lessOf(from) : from.replace(/^\d+(\.\d+)?/, (amount) => lessText(amount, from)));
  return { path, field: nameOfPath(path, document), from, to: shifted };
}

/** Whole numbers stay whole: rounds, working days. */
function lessOf(number: number): number {
  if (!Number.isInteger(number)) return number * 0.75;
  return number > 1 ? Math.floor(number * 0.75) : number + 1;
}

function lessText(amount: string, duration: string): string {
  return String(duration.includes('working day') ? lessOf(Number(amount)) : Number(amount) * 0.75);
}
