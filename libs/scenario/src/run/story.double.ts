import type { Instant } from '@redress/policy';
import type { Administrator } from '../company/administrator.ts';
import type { StoryCompany } from '../company/story.company.ts';
import { withoutEachNotice, type DroppedNotice } from '../judge/dropped.notice.ts';
import { chooseShift, type Shift } from '../shift/choose.shift.ts';
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
  readonly copy: StoryPlay;
  shift: Shift | null;
}

/** The story, and the copy that begins once it can be seen which number of the pack the story hangs on. */
export function doubleOf(
  { book, story, company, shifted }: Troupe,
  ground: RunGround,
  administrator: Administrator,
  now: Instant,
): StoryDouble {
  const startedAt = story.startsAt ?? now;
  const document = documentOf(book.document);
  const plain = playOf(story, startedAt, false, async () => {
    if (startedAt < now) throw new Error(`it begins at ${startedAt}, before the run does at ${now}`);
    return begun(story, company, ground, startedAt);
  });
  const copy = playOf(story, startedAt, true, async () => {
    if (plain.run === null) throw new Error('the story itself has not begun');
    const shift = chooseShift(story, { document, look: await plain.run.lookAt(), startedAt });
    if (shift === null) throw new Error('no number of the pack stands behind its due instants: name one by `shift:`');
    double.shift = shift;
    const hash = await administrator.keepPack(shiftedDocument(document, shift, codeOf(book.pack, shift)));
    for (const department of shifted.departments) await administrator.activatePack(hash, department);
    return begun(story, shifted, ground, startedAt);
  });
  const double: StoryDouble = { story, plain, copy, shift: null };
  return double;
}

export function verdictOf({ story, plain, copy, shift }: StoryDouble): StoryVerdict {
  const unplayed = plain.fault === null ? [] : [`${story.file} cannot be played: ${plain.fault}`];
  return {
    story,
    complaintId: plain.run?.complaintIds[0] ?? null,
    failures: [...unplayed, ...(plain.run?.findings.failures() ?? [])],
    shift,
    shiftedFailures: copy.run?.findings.failures() ?? [],
    shiftedFault: copy.fault,
    notices: plain.run === null ? [] : withoutEachNotice(plain.run.findings.case),
  };
}

/** The same for all stories that hang on the same number. */
function codeOf(pack: string, { field, to }: Shift): string {
  return `${pack}-${field}-${to}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

async function begun(story: Story, company: StoryCompany, ground: RunGround, startedAt: Instant): Promise<StoryRun> {
  const run = new StoryRun(story, company, ground, startedAt);
  await run.begin();
  return run;
}

function playOf(story: Story, startedAt: Instant, untilRed: boolean, begin: StoryPlay['begin']): StoryPlay {
  return { story, startedAt, begin, untilRed, run: null, fault: null, over: false };
}
