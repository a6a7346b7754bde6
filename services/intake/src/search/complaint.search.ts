import { Inject, Injectable } from '@nestjs/common';
import type { Conditions, Tx } from '@redress/db';
import { InputError } from '@redress/service-kit';
import { isFound, phrasesOf, wordsAskedFor, type Phrase } from './search.phrase.ts';
import { SearchTexts } from './search.texts.ts';
import { SearchWords } from './search.words.ts';
import { TOKENISER, unitsOf } from './tokeniser.ts';

const MOST_WORDS = 60;

/** Full-text search (INT-13): the index narrows, and the words themselves decide. */
@Injectable()
export class ComplaintSearch {
  constructor(
    @Inject(SearchTexts) private readonly texts: SearchTexts,
    @Inject(SearchWords) private readonly words: SearchWords,
  ) {}

  /** Narrows `complaint` to what may hold the phrases. Throws InputError for a question that the index cannot answer. */
  narrow(where: Conditions, question: string): Phrase[] {
    const phrases = phrasesOf(question);
    const words = wordsAskedFor(phrases);
    if (words.size === 0) throw refused('names a word, a number, or two Chinese characters that belong together');
    if (words.size > MOST_WORDS) throw refused(`has more than ${MOST_WORDS} words`);
    where.add(
      `EXISTS (SELECT FROM intake.search_entries AS entry WHERE entry.complaint_id = complaint.id
         AND entry.tokeniser = ${TOKENISER} AND entry.words @> ${where.value(this.words.hashesOf(words))}::bigint[])`,
    );
    return phrases;
  }

  /** Those of the complaints in which every phrase stands, in words that the reader may see. */
  async holding(
    tx: Tx,
    phrases: readonly Phrase[],
    complaintIds: readonly string[],
    which: 'all' | 'open',
  ): Promise<Set<string>> {
    if (complaintIds.length === 0) return new Set();
    const said = await this.texts.read(tx, complaintIds, which);
    const heldBy = (id: string) =>
      isFound(
        phrases,
        said.filter(({ complaintId }) => complaintId === id).map(({ words }) => unitsOf(words)),
      );
    return new Set(complaintIds.filter(heldBy));
  }
}

function refused(message: string): InputError {
  return new InputError([{ path: 'q', message }]);
}
