import { plusMs, type Instant } from '@redress/policy';
import type { ExpectationSays } from '../story/expectation.ts';
import type { Cast } from './cast.ts';
import type { ComplaintLook, TimelineLine } from './complaint.looks.ts';

/** What there is to look at when a line of the story has been played. */
export interface Sight {
  /** The instant of the line. */
  readonly at: Instant;
  readonly startedAt: Instant;
  readonly look: ComplaintLook;
  readonly timeline: readonly TimelineLine[];
  readonly cast: Cast;
}

/** What was seen instead, where a line about the state or the clocks is not as the story says; null where it is. */
export function seenInstead(says: ExpectationSays, sight: Sight): string | null {
  switch (says.kind) {
    case 'is':
      return differs(says.value, valueOf(says.field, sight));
    case 'due':
      return differs(plusMs(sight.startedAt, says.atMs), dueOf(says.duty, sight));
    case 'verdict':
      return differs(says.verdict, verdictOf(says.duty, sight));
    case 'noted':
      return notedAt(sight).includes(says.code) ? null : `the timeline has ${notedAt(sight).join(', ') || 'nothing'}`;
    default:
      return null;
  }
}

function differs(wanted: string, seen: string): string | null {
  return wanted === seen ? null : `it is ${seen}`;
}

function valueOf(field: string, { look, cast }: Sight): string {
  if (field === 'owner' || field === 'backup') return cast.nameOf(look[field]);
  if (field === 'department') return departmentOf(look.departmentId, cast);
  const value = look[field];
  return value === true ? 'yes' : value === false ? 'no' : String(value ?? 'none');
}

/** The department of the complaint's beginning is `ours`; the others bear the names that the story gives them. */
function departmentOf(code: string, { company }: Cast): string {
  return code === company.department ? 'ours' : code.replace(`${company.department}-`, '');
}

function dueOf(duty: string, { look }: Sight): string {
  return look.clocks.find(({ kind }) => kind === duty)?.dueAt ?? 'not running';
}

function verdictOf(duty: string, { timeline, at }: Sight): string {
  const closed = timeline.find((line) => line.code === 'duty-closed' && line.at === at && line.facts['kind'] === duty);
  return closed === undefined ? 'not closed then' : String(closed.facts['verdict']);
}

function notedAt({ timeline, at }: Sight): string[] {
  return timeline.filter((line) => line.at === at).map(({ code }) => code);
}
