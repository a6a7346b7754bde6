import { toMs, type Instant } from '@redress/policy';
import type { Answer, Person } from '../api.client.ts';
import { shownInstead, type Asked } from '../story/asked.ts';
import type { Sight } from '../story/expectation.ts';
import { offsetText } from '../story/offset.ts';
import type { Cast } from './cast.ts';
import { commandsLook, listLook, type ComplaintLook, type TimelineLine } from './complaint.looks.ts';
import type { WatchedComplaint } from './watched.complaint.ts';

/** What somebody looks at, and who is who. */
export interface Sighting {
  /** The instant of the line. */
  readonly at: Instant;
  readonly startedAt: Instant;
  readonly complaint: WatchedComplaint;
  readonly look: ComplaintLook;
  readonly timeline: readonly TimelineLine[];
  readonly cast: Cast;
  /** Somebody who may read who has looked. */
  readonly auditor: () => Promise<Person>;
}

/** What was shown instead, where somebody who looks is not shown what the story says; null where it is so. */
export async function shownOtherwise(says: Sight, on: Sighting): Promise<string | null> {
  switch (says.kind) {
    case 'sees':
      return seen(says.asked, await shownBy(says, on), on);
    case 'sees-nothing': {
      const { status } = await pageOf(says.who, on);
      return status === 403 || status === 404 ? null : `${says.who} was answered ${status}`;
    }
    case 'may':
      return mayInstead(says, bodyOf(await pageOf(says.who, on)));
    case 'finds': {
      const found = await on.complaint.isFoundBy(personOf(says.who, on), says.words);
      return found === says.found ? null : `it is ${found ? '' : 'not '}found`;
    }
    case 'look-recorded': {
      const lookers = await on.complaint.lookedAtBy(await on.auditor());
      const ids = on.cast.idsOf(says.who, on.look);
      return ids.every((id) => lookers.includes(id)) ? null : `looks are recorded of ${namesOf(lookers, on)}`;
    }
    case 'wording':
      return wordingInstead(says, on);
    case 'entry':
      return entryInstead(says, on);
    case 'not-noted':
      return linesOf(says.code, on).length === 0 ? null : 'it is';
  }
}

/** Parts of a complaint that have a page of their own: `register shows corrections.1.reason is …`. */
const PAGES = ['timeline', 'corrections'] as const;

async function shownBy({ who, asked }: Extract<Sight, { kind: 'sees' }>, on: Sighting): Promise<unknown> {
  if (asked.path.startsWith('review.')) return { review: bodyOf(await on.complaint.monthlyReview(personOf(who, on))) };
  const page = PAGES.find((name) => asked.path.split('.')[0] === name);
  if (page === undefined || who === 'customer') return bodyOf(await pageOf(who, on));
  const read = listLook.safeParse(bodyOf(await on.complaint.shownTo(personOf(who, on), `/${page}`)));
  return { [page]: read.success ? read.data.items : undefined };
}

function pageOf(who: string, on: Sighting): Promise<Answer> {
  return who === 'customer' ? on.complaint.customersPage() : on.complaint.shownTo(personOf(who, on));
}

function personOf(who: string, { cast, look }: Sighting): Person | undefined {
  return who === 'register' || who === 'search' ? undefined : cast.personOf(who, look);
}

/** What was answered; a refusal is shown as it is. */
function bodyOf({ body }: Answer): unknown {
  return body;
}

/** Ids are said by name, and instants as the story says them: after its start. */
function seen(asked: Asked, shown: unknown, { startedAt, cast }: Sighting): string | null {
  const nameOf = (text: string) => {
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)) return cast.nameOf(text);
    if (asked.value.startsWith('+') && /^\d{4}-\d\d-\d\dT.*Z$/.test(text))
      return offsetText(toMs(text) - toMs(startedAt));
    return text;
  };
  return shownInstead(asked, shown, nameOf);
}

function mayInstead({ command, refusal }: Extract<Sight, { kind: 'may' }>, shown: unknown): string | null {
  const read = commandsLook.safeParse(shown);
  if (!read.success) return 'nothing is shown';
  const found = read.data.commands.find(({ name }) => name === command);
  const seenRefusal = found === undefined ? 'not offered at all' : found.refusal;
  return seenRefusal === refusal ? null : (seenRefusal ?? 'it may be done');
}

async function wordingInstead(says: Extract<Sight, { kind: 'wording' }>, on: Sighting): Promise<string | null> {
  const texts = (await on.complaint.messages()).filter(({ at, purpose }) => at === on.at && purpose === says.purpose);
  if (texts.some(({ text }) => text.includes(says.words))) return null;
  return texts.length === 0
    ? 'there was no such message'
    : `it says ${texts.map(({ text }) => `“${text}”`).join(' and ')}`;
}

function entryInstead({ code, asked }: Extract<Sight, { kind: 'entry' }>, on: Sighting): string | null {
  const answers = linesOf(code, on).map((line) => seen(asked, line, on));
  if (answers.length === 0) return 'there is no such line';
  return answers.includes(null) ? null : answers.join(', ');
}

function linesOf(code: string, { timeline, at }: Sighting): TimelineLine[] {
  return timeline.filter((line) => line.at === at && line.code === code);
}

function namesOf(ids: readonly string[], { cast }: Sighting): string {
  return ids.length === 0 ? 'nobody' : [...new Set(ids.map((id) => cast.nameOf(id)))].join(', ');
}
