import { plusMs, type Instant } from '@redress/policy';
import { ACTING_FOLLOWERS, type QuietScope, type StorySession } from '@redress/scenario';
import type { ComplaintInput } from '../inputs/complaint.input.ts';
import type { Company } from './company.ts';
import { ComplaintLife } from './complaint.life.ts';
import { STORYLINES, type Act } from './storylines.ts';

const MINUTE_MS = 60_000;
const AT_ONCE = 8;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** By then every window has lapsed after the last act. */
const ENDED_AFTER_DAYS = 45;

export interface PlayOptions {
  readonly say: (line: string) => void;
}

/** Files the complaints, plays every storyline on one merged timeline, and lets all of them end. */
export async function play(
  session: StorySession,
  company: Company,
  complaints: readonly ComplaintInput[],
  options: PlayOptions,
): Promise<ComplaintLife[]> {
  const startsAt = await session.time.now();
  const lives = await fileAll(company, complaints);
  options.say(`${lives.length} complaints filed and acknowledged`);
  // In an installation that others use too, only these lives are waited for; who only reads may lag behind.
  const scope = { among: lives.map(({ id }) => id), followers: ACTING_FOLLOWERS };
  const moments = timeline(lives, startsAt);
  for (const [index, { at, acts }] of moments.entries()) {
    await session.time.moveTo(at, scope);
    await inGroups(acts, ({ life, act }) => act.play(life, at));
    options.say(`${at.slice(0, 16)}  ${acts.length} acts of people (${index + 1} of ${moments.length} moments)`);
  }
  await untilAllHaveEnded(session, scope, options.say);
  await session.time.quiet(undefined, { among: scope.among });
  return lives;
}

const STILL_OPEN = `
  SELECT number, stage, ARRAY(SELECT duty_id FROM intake.duties AS duty
    WHERE duty.complaint_id = complaint.id AND ended_at IS NULL ORDER BY 1) AS owes
  FROM intake.complaints AS complaint WHERE id = ANY($1) AND ended_at IS NULL ORDER BY number`;

/** Day by day, while windows lapse. Throws when somebody still lives after all of them. */
async function untilAllHaveEnded(
  { time, database }: StorySession,
  scope: QuietScope,
  say: (line: string) => void,
): Promise<void> {
  let open: readonly object[] = [];
  for (let day = 0; day <= ENDED_AFTER_DAYS; day++) {
    open = await database.query(STILL_OPEN, [scope.among]);
    if (open.length === 0) return;
    const now = await time.now();
    if (day % 7 === 0) say(`${now.slice(0, 16)}  ${open.length} complaints are open`);
    await time.moveTo(plusMs(now, DAY_MS), scope);
  }
  throw new Error(`after ${ENDED_AFTER_DAYS} days there are still open: ${JSON.stringify(open)}`);
}

async function fileAll(company: Company, complaints: readonly ComplaintInput[]): Promise<ComplaintLife[]> {
  const clerk = company.called('bo.wang');
  await clerk.id();
  const lives: ComplaintLife[] = [];
  await inGroups([...complaints.entries()], async ([index, complaint]) => {
    lives[index] = await ComplaintLife.file(company, clerk, complaint as never, `demo-${index}`);
  });
  return lives;
}

interface Moment {
  readonly at: Instant;
  readonly acts: readonly { readonly life: ComplaintLife; readonly act: Act }[];
}

/** All acts of all lives, by the instant at which they happen. */
function timeline(lives: readonly ComplaintLife[], startsAt: Instant): Moment[] {
  const moments = new Map<Instant, { life: ComplaintLife; act: Act }[]>();
  for (const [index, life] of lives.entries()) {
    for (const act of STORYLINES[index % STORYLINES.length]?.acts ?? []) {
      const at = plusMs(startsAt, act.afterMinutes * MINUTE_MS);
      moments.set(at, [...(moments.get(at) ?? []), { life, act }]);
    }
  }
  return [...moments].map(([at, acts]) => ({ at, acts })).sort((a, b) => (a.at < b.at ? -1 : 1));
}

async function inGroups<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act));
}
