import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { MassFinder } from '../mass/mass.finder.ts';
import { LookupHashes } from '../persons/lookup.hashes.ts';
import { SearchTexts, type SaidText } from './search.texts.ts';
import { SearchWords } from './search.words.ts';
import { TOKENISER, unitsOf, wordsOf } from './tokeniser.ts';

/** One indexer at a time: a second one would overwrite with what it read earlier. */
const INDEXER_LOCK = 7_130_004;
const REFERENCE = 'texts.matter.reference';
const DESCRIPTION = 'texts.description';

/** The search index: one row a complaint, made of what is said in it (INT-13). Making it twice does no harm. */
@Injectable()
export class SearchIndex {
  constructor(
    @Inject(SearchTexts) private readonly texts: SearchTexts,
    @Inject(SearchWords) private readonly words: SearchWords,
    @Inject(LookupHashes) private readonly hashes: LookupHashes,
    @Inject(MassFinder) private readonly masses: MassFinder,
  ) {}

  /** Has a complaint indexed anew: for whoever changes what is said in it other than by a new text. */
  async queue(tx: Tx, complaintId: string): Promise<void> {
    await tx.query(`INSERT INTO intake.search_queue (complaint_id) VALUES ($1)`, [complaintId]);
  }

  /** Queues what an earlier tokeniser has indexed. */
  async queueOutdated(tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO intake.search_queue (complaint_id)
       SELECT complaint_id FROM intake.search_entries WHERE tokeniser < $1`,
      [TOKENISER],
    );
  }

  /**
   * Indexes the complaints of the first `most` places of the queue; answers how many places it has emptied. The queue is
   * emptied first: what is written meanwhile stands in a place of its own.
   */
  async indexNext(tx: Tx, most: number): Promise<number> {
    const [lock] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock($1) AS mine`, [INDEXER_LOCK]);
    if (lock?.mine !== true) return 0;
    const places = await tx.query<{ complaint_id: string }>(
      `DELETE FROM intake.search_queue WHERE id IN (SELECT id FROM intake.search_queue ORDER BY id LIMIT $1)
       RETURNING complaint_id`,
      [most],
    );
    const complaints = [...new Set(places.map(({ complaint_id: id }) => id))];
    const said = complaints.length === 0 ? [] : await this.texts.read(tx, complaints, 'all');
    for (const complaintId of complaints) {
      const own = said.filter((text) => text.complaintId === complaintId);
      await this.putEntry(tx, complaintId, own);
      await this.putReferences(tx, complaintId, own);
      await this.masses.look(tx, complaintId);
    }
    return places.length;
  }

  /** Takes the first place from the queue without indexing it; answers whose it was. */
  async leaveOutFirst(tx: Tx): Promise<string | null> {
    const [place] = await tx.query<{ complaint_id: string }>(
      `DELETE FROM intake.search_queue WHERE id = (SELECT min(id) FROM intake.search_queue) RETURNING complaint_id`,
    );
    return place?.complaint_id ?? null;
  }

  /** With the person's key gone there is nothing to index, and the entry went with it. */
  private async putEntry(tx: Tx, complaintId: string, said: readonly SaidText[]): Promise<void> {
    const wordsIn = (texts: readonly SaidText[]) => new Set(texts.flatMap((text) => [...wordsOf(unitsOf(text.words))]));
    const described = [...wordsIn(said.filter(({ column }) => column === DESCRIPTION))].filter(tells);
    await tx.query(
      `INSERT INTO intake.search_entries (complaint_id, person_id, tokeniser, words, described)
       SELECT id, person_id, $2, $3, $4 FROM intake.complaints JOIN intake.person_keys USING (person_id) WHERE id = $1
       ON CONFLICT (complaint_id) DO UPDATE SET person_id = excluded.person_id, tokeniser = excluded.tokeniser, words = excluded.words,
         described = excluded.described`,
      [complaintId, TOKENISER, this.words.hashesOf(wordsIn(said)), this.words.hashesOf(described)],
    );
  }

  /** The number that a matter bears now: a corrected one is no longer found by what it was. */
  private async putReferences(tx: Tx, complaintId: string, said: readonly SaidText[]): Promise<void> {
    const current = new Map<string, Buffer>();
    for (const { column, matterId, words } of said) {
      const hash = column === REFERENCE ? this.hashes.ofReference(words) : null;
      if (matterId !== null && hash !== null) current.set(matterId, hash);
    }
    const hashes = [...current.values()];
    await tx.query(`DELETE FROM intake.matter_references WHERE complaint_id = $1 AND NOT hash = ANY($2::bytea[])`, [
      complaintId,
      hashes,
    ]);
    await tx.query(
      `INSERT INTO intake.matter_references (matter_id, complaint_id, person_id, hash)
       SELECT given.matter_id, id, person_id, given.hash
       FROM intake.complaints JOIN intake.person_keys USING (person_id),
         unnest($2::uuid[], $3::bytea[]) AS given (matter_id, hash)
       WHERE id = $1 ON CONFLICT DO NOTHING`,
      [complaintId, [...current.keys()], hashes],
    );
  }
}

/** Says what a complaint is about: two Chinese characters, or a word that is no article or preposition. */
function tells(word: string): boolean {
  return word.length > 3 || /\p{Script=Han}{2}/u.test(word);
}
