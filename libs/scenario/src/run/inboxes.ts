import type { Happening } from '../judge/happening.ts';
import type { Reader } from './cast.ts';
import { noticeText } from './happenings.ts';
import { inboxOf, type WatchedComplaint } from './watched.complaint.ts';

/** What these people have found about the complaint. */
export async function noticesIn(complaint: WatchedComplaint, readers: readonly Reader[]): Promise<Happening[]> {
  const found = await Promise.all(
    readers.map(async ({ name, person }) =>
      (await complaint.noticesOf(person)).map(({ at, code }) => ({ at, text: noticeText(name, code) })),
    ),
  );
  return found.flat();
}

/** What the people of the story's own department have been told of thresholds that were crossed there. */
export async function crossingNotices(intake: string, readers: readonly Reader[]): Promise<Happening[]> {
  const found = await Promise.all(
    readers
      .filter((reader) => reader.own)
      .map(async ({ name, person }) => {
        const crossed = (await inboxOf(intake, person)).filter(({ crossingId }) => crossingId !== null);
        return crossed.map(({ at, code }) => ({ at, text: noticeText(name, code) }));
      }),
  );
  return found.flat();
}

/** Nobody of a story's own department is told of a complaint of others: what they found all the same. */
export async function foreignNotices(
  intake: string,
  readers: readonly Reader[],
  own: readonly string[],
): Promise<string[]> {
  const found = await Promise.all(
    readers
      .filter((reader) => reader.own)
      .map(async ({ name, person }) => {
        const inbox = await inboxOf(intake, person);
        const foreign = inbox.filter(({ complaintId }) => complaintId !== null && !own.includes(complaintId));
        return foreign.map(({ code }) => `${name} was told "${code}" of a complaint of others`);
      }),
  );
  return found.flat();
}

/** What had been found and is there no longer: each as often as it is missing. */
export function goneFrom(there: readonly Happening[], foundBefore: readonly Happening[]): Happening[] {
  const left = [...there];
  return foundBefore.filter((found) => {
    const index = left.findIndex(({ at, text }) => at === found.at && text === found.text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
