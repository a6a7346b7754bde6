import type { RunningEngines } from '@redress/engines';
import { changedPack, faultsOfVerdict, type Story, type StoryBook } from '@redress/scenario';
import { playOnOwnGround } from '../stories/own.ground.ts';
import type { ProofPlay } from './prove.ts';
import { playedLines, type ShowingLine } from './spec.table.ts';

/** What became of each: the lines of its story under the changed pack, or why it proves nothing. */
export type Proven = readonly [ProofPlay, readonly ShowingLine[] | string];

/**
 * Plays every story under its changed pack, each in departments of its own of one installation, and all of them as they
 * are: of a story that fails anyhow nothing is proven.
 */
export async function playChangedPacks(
  engines: RunningEngines,
  plays: readonly ProofPlay[],
  say: (line: string) => void,
): Promise<Proven[]> {
  const changed = plays
    .filter(({ proof }) => proof.pack !== null)
    .map((play, index) => ({ play, book: bookOf(play, index) }));
  const books = [...changed.map(({ book }) => book), ...unchanged(plays)];
  const verdicts = books.length === 0 ? [] : await playOnOwnGround(engines, books, { say, copies: false });
  const of = (story: Story) => verdicts.find((one) => one.story === story);
  return plays.map((play): Proven => {
    const [plain, book] = [of(play.story), changed.find((one) => one.play === play)?.book];
    const [fault = plain === undefined ? 'it was not played' : null] =
      plain === undefined ? [] : faultsOfVerdict(plain);
    if (fault !== null) return [play, `the story fails without the change: ${fault}`];
    const verdict = book === undefined ? undefined : of(book.stories[0] as Story);
    return [play, verdict === undefined ? [] : playedLines([verdict])];
  });
}

/** The story alone, under the changed pack. */
function bookOf({ proof, book, story }: ProofPlay, index: number): StoryBook {
  const pack = `${book.pack}-${proof.id.toLowerCase()}-${index}`;
  const document = changedPack(book.document, proof.pack ?? [], pack);
  return { ...book, pack, document, stories: [{ ...story }] };
}

/** The same stories as they are: a line that is red anyhow proves nothing. */
function unchanged(plays: readonly ProofPlay[]): StoryBook[] {
  const stories = new Map(plays.map(({ book, story }) => [story, book]));
  return [...stories].map(([story, book]) => ({ ...book, stories: [story] }));
}
