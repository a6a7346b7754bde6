import { createHash } from 'node:crypto';
import type { Instant } from '@redress/policy';
import type { Administrator } from '../company/administrator.ts';
import type { StoryCompany } from '../company/story.company.ts';
import { withoutEachNotice, type DroppedNotice } from '../judge/dropped.notice.ts';
import { chooseShift, type Shift } from '../shift/choose.shift.ts';
import { shownStory, type ShownStory } from '../show/shown.story.ts';
import { documentOf, shiftedDocument } from '../shift/shifted.pack.ts';
import type { Story } from '../story/story.ts';
import type { StoryPlay } from './story.play.ts';
import { StoryRun, type RunGround } from './story.run.ts';
import type { Troupe } from './troupe.ts';

/** What became of a story. */
export interface StoryVerdict {
  readonly story: Story;
  /** Id of the complaint that it began with; null where it could not begin. */
  readonly complaintId: string | null;
  /** What was not as the story says; empty when it came true. */
  readonly failures: readonly string[];
  /** The story as it was played, line by line. */
  readonly shown: ShownStory;
  /** A copy was played under a shifted pack, which the story must not survive. */
  readonly copied: boolean;
  /** The number that was shifted for the copy; null where none could be chosen. */
  readonly shift: Shift | null;
  /** What was not as the story says under the shifted pack; it has to be something. */
  readonly shiftedFailures: readonly string[];
  /** Why the copy could not be played at all; null when it could. */
  readonly shiftedFault: string | null;
  /** Whether the story misses each of its notices. */
  readonly notices: readonly DroppedNotice[];
}

/** One story and its copy on the merged timeline. */
export interface StoryDouble {
  readonly story: Story;
  readonly plain: StoryPlay;
  /** Null where the story is played alone. */
  readonly copy: StoryPlay | null;
  shift: Shift | null;
}

/** When a run begins, and when a story does that does not say when. */
interface RunBeginning {
  readonly now: Instant;
  readonly usual: Instant;
}

/** The story, and the copy that begins once it can be seen which number of the pack the story hangs on. */
export function doubleOf(
  troupe: Troupe,
  ground: RunGround,
  administrator: Administrator,
  { now, usual }: RunBeginning,
): StoryDouble {
  const { book, story, company, shifted } = troupe;
  const startedAt = story.startsAt ?? usual;
  const plain = playOf(story, startedAt, false, async () => {
    if (startedAt < now) throw new Error(`it begins at ${startedAt}, before the run does at ${now}`);
    return begun(story, company, ground, { startedAt, document: book.document });
  });
  const double: StoryDouble = { story, plain, copy: null, shift: null };
  if (shifted === null) return double;
  const begin = async () => {
    const { shift, document } = await putShifted(troupe, shifted, plain, administrator);
    double.shift = shift;
    return begun(story, shifted, ground, { startedAt, document });
  };
  return Object.assign(double, { copy: playOf(story, startedAt, true, begin) });
}

/** Puts the pack with one number shifted in force for the copy's departments; answers which number. */
async function putShifted(
  { book, story }: Troupe,
  shifted: StoryCompany,
  { run, startedAt }: StoryPlay,
  administrator: Administrator,
): Promise<{ shift: Shift; document: string }> {
  if (run === null) throw new Error('the story itself has not begun');
  const document = documentOf(book.document);
  const shift = chooseShift(story, { document, look: await run.lookAt(), startedAt });
  if (shift === null) throw new Error('no number of the pack stands behind its due instants: name one by `shift:`');
  const changed = shiftedDocument(document, shift, codeOf(book.pack, shift));
  const hash = await administrator.keepPack(changed);
  for (const department of shifted.departments) await administrator.activatePack(hash, department);
  return { shift, document: changed };
}

export function verdictOf({ story, plain, copy, shift }: StoryDouble): StoryVerdict {
  const unplayed = plain.fault === null ? [] : [`${story.file} cannot be played: ${plain.fault}`];
  return {
    story,
    complaintId: plain.run?.complaintIds[0] ?? null,
    failures: [...unplayed, ...(plain.run?.findings.failures() ?? [])],
    shown: shownStory(story, plain.run?.findings ?? null),
    copied: copy !== null,
    shift,
    shiftedFailures: copy?.run?.findings.failures() ?? [],
    shiftedFault: copy?.fault ?? null,
    notices: plain.run === null ? [] : withoutEachNotice(plain.run.findings.case),
  };
}

const LONGEST_CODE = 40;
const DIGITS = 8;

/** The same for all stories that hang on the same number; what is too long for a code ends in digits of its own. */
export function codeOf(pack: string, { field, to }: Pick<Shift, 'field' | 'to'>): string {
  const said = `${pack}-${field}-${to}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  if (said.length <= LONGEST_CODE) return said;
  const digits = createHash('sha256').update(said).digest('hex').slice(0, DIGITS);
  return `${said.slice(0, LONGEST_CODE - DIGITS - 1).replace(/-$/, '')}-${digits}`;
}

/** When a story begins, and under which pack. */
interface Beginning {
  readonly startedAt: Instant;
  readonly document: string;
}

async function begun(
  story: Story,
  company: StoryCompany,
  ground: RunGround,
  { startedAt, document }: Beginning,
): Promise<StoryRun> {
  const run = new StoryRun(story, company, ground, startedAt, document);
  await run.begin();
  return run;
}

function playOf(story: Story, startedAt: Instant, untilRed: boolean, begin: StoryPlay['begin']): StoryPlay {
  return { story, startedAt, begin, untilRed, run: null, fault: null, over: false };
}
