import { isNotice, type Happening } from './happening.ts';
import { judge, type Case } from './judge.ts';

/** What the judge says when one notice is dropped. */
export interface DroppedNotice {
  readonly notice: Happening;
  readonly red: boolean;
}

/** Judges the same case without each of its notices in turn: a story that does not miss one could not have failed. */
export function withoutEachNotice(one: Case): DroppedNotice[] {
  return one.seen.filter(isNotice).map((notice) => {
    const seen = one.seen.filter((other) => other !== notice);
    return { notice, red: judge({ ...one, seen }).length > 0 };
  });
}
