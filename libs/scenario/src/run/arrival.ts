import type { Expected, Happening } from '../judge/happening.ts';
import type { Reader } from './cast.ts';
import { messageText, toldIn } from './happenings.ts';
import { crossingNotices, noticesIn } from './inboxes.ts';
import type { WatchedComplaint } from './watched.complaint.ts';

/**
 * Which of these due happenings the API does not show yet: on the timeline, in the inboxes of whoever is to be told, on
 * the customer's page.
 */
export async function notArrived(
  due: readonly Expected[],
  complaint: WatchedComplaint,
  timeline: readonly Happening[],
  readers: readonly Reader[],
  intake: string,
): Promise<Expected[]> {
  const told = due.map(({ text }) => toldIn(text));
  const asked = readers.filter(({ name }) => told.includes(name));
  const notices = [...(await noticesIn(complaint, asked)), ...(await crossingNotices(intake, asked))];
  const writes = due.some(({ text }) => text.startsWith(messageText('')));
  const messages = writes ? await complaint.messages() : [];
  const there = [...timeline, ...notices, ...messages.map(({ at, purpose }) => ({ at, text: messageText(purpose) }))];
  return due.filter(({ at, text }) => !there.some((seen) => seen.at === at && seen.text === text));
}
