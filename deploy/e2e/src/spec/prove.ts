import { join } from 'node:path';
import { DATA_FOLDER } from '@redress/launch';
import { NOT_REACHED, type Story, type StoryBook } from '@redress/scenario';
import { normalEngines } from '../story.installation.ts';
import { ChangedCopy } from './changed.copy.ts';
import { playChangedPacks } from './pack.proof.ts';
import { changeText, readProofs, type Proof } from './proofs.ts';
import type { Requirement } from './requirements.ts';
import { playChangedRule } from './rule.proof.ts';
import { linesIn, placeOf, type ShowingLine } from './spec.table.ts';

/** A proof with the story whose line is to fail. */
export interface ProofPlay {
  readonly proof: Proof;
  readonly book: StoryBook;
  readonly story: Story;
}

/**
 * Changes for each requirement a value of the pack, or one place of a copy of what is built, and plays the story that
 * shows it: its own line has to fail. Answers the exit code.
 */
export async function prove(
  books: readonly StoryBook[],
  requirements: readonly Requirement[],
  say: (line: string) => void,
): Promise<number> {
  const lines = linesIn(books);
  const shown = requirements.filter(({ id, optional }) => !optional || lines.some((line) => line.id === id));
  const proofs = readProofs();
  const plays = proofs.filter(({ id }) => shown.some((one) => one.id === id)).map((proof) => playOf(proof, books));
  const bare = shown.filter(({ id }) => !proofs.some((proof) => proof.id === id)).map(({ id }) => id);
  const proven = await playAll(plays, say);
  for (const id of bare) say(`${id.padEnd(7)} NOT PROVEN  no change is named for it`);
  const failed = bare.length + proven.filter((one) => !one).length;
  say(
    `\n${shown.length} ids, ${proven.filter((one) => one).length} changes seen by their own lines, ${failed} not proven`,
  );
  return failed === 0 ? 0 : 1;
}

async function playAll(plays: readonly ProofPlay[], say: (line: string) => void): Promise<boolean[]> {
  const changesRules = plays.some(({ proof }) => proof.rule !== null);
  const copy = changesRules ? ChangedCopy.make(join(DATA_FOLDER, 'changed-copy')) : null;
  const engines = await normalEngines(say);
  try {
    const proven: boolean[] = [];
    for (const [play, played] of await playChangedPacks(engines, plays, say)) {
      const alone = copy === null || play.proof.rule === null || typeof played === 'string';
      proven.push(tell(play, alone ? played : await playChangedRule(engines, copy, play), say));
    }
    return proven;
  } finally {
    copy?.remove();
    await engines.stop();
  }
}

/** The story that the proof names, or the first that has a line for the requirement. */
function playOf(proof: Proof, books: readonly StoryBook[]): ProofPlay {
  for (const book of books)
    for (const story of book.stories)
      if (isMeant(proof, story) && showsIn(story, proof.id)) return { proof, book, story };
  throw new Error(`${proof.id}: ${proof.story ?? 'no story'} has no line that shows it`);
}

function isMeant({ story: name }: Proof, { file }: Story): boolean {
  return name === null || file === `${name}.yaml` || file === name;
}

function showsIn({ items }: Story, id: string): boolean {
  return items.some(({ expects }) => expects.some(({ ids }) => ids.includes(id)));
}

/** Prints id → change → red line; false where none of the requirement's own lines has failed. */
function tell(
  { proof, story }: ProofPlay,
  played: readonly ShowingLine[] | string,
  say: (line: string) => void,
): boolean {
  const own = typeof played === 'string' ? [] : played.filter(({ id }) => id === proof.id);
  const red = own.find(({ passed, instead }) => passed === false && !instead.includes(NOT_REACHED));
  say(`${proof.id.padEnd(7)} ${red === undefined ? 'NOT PROVEN' : 'proven'}  ${changeText(proof)}`);
  if (red !== undefined) say(`${' '.repeat(8)}red: ${placeOf(red)} "${red.words}"; ${red.instead[0] ?? ''}`);
  else
    say(
      `${' '.repeat(8)}${typeof played === 'string' ? played : `${story.file} stays green: ${own.map(({ words, line }) => `${line} "${words}"`).join(', ')}`}`,
    );
  return red !== undefined;
}
