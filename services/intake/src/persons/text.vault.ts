import { Inject, Injectable } from '@nestjs/common';
import { PersonCipher, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { v4 as uuid4 } from 'uuid';

/** A person's words on their way into the register. */
export interface NewText {
  readonly complaintId: string;
  readonly matterId?: string;
  readonly personId: string;
  readonly field: string;
  readonly authorId: string | null;
  readonly at: Instant;
  readonly words: string;
}

/** A text as it is read: null words were deleted with the person's key. */
export interface ReadText {
  readonly id: string;
  readonly matterId: string | null;
  readonly field: string;
  readonly words: string | null;
}

/** Every free text of a complaint, whoever typed it, under the complainant's key. */
@Injectable()
export class TextVault {
  constructor(@Inject(PersonCipher) private readonly cipher: PersonCipher) {}

  /** Stores the words, and has the complaint indexed anew; answers the id that stands for the words everywhere else. */
  async put(tx: Tx, text: NewText): Promise<string> {
    const id = uuid4();
    const sealed = await this.cipher.seal(tx, text.personId, `texts.${text.field}`, text.words);
    await tx.query(
      `WITH queued AS (INSERT INTO intake.search_queue (complaint_id) VALUES ($2))
       INSERT INTO intake.texts (id, complaint_id, matter_id, person_id, field, author_id, written_at, sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, text.complaintId, text.matterId ?? null, text.personId, text.field, text.authorId, text.at, sealed],
    );
    return id;
  }

  /** The texts of a complaint whose fields or ids are asked for. */
  async ofComplaint(tx: Tx, complaintId: string, fields: readonly string[]): Promise<ReadText[]> {
    return this.read(tx, `complaint_id = $1 AND field = ANY($2)`, [complaintId, fields]);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadText[]> {
    return ids.length === 0 ? [] : this.read(tx, `id = ANY($1)`, [ids]);
  }

  private async read(tx: Tx, where: string, params: readonly unknown[]): Promise<ReadText[]> {
    const rows = await tx.query<{
      id: string;
      matter_id: string | null;
      person_id: string;
      field: string;
      sealed: Buffer;
    }>(
      `SELECT id, matter_id, person_id, field, sealed FROM intake.texts WHERE ${where} ORDER BY written_at, place`,
      params,
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        matterId: row.matter_id,
        field: row.field,
        words: await this.cipher.open(tx, row.person_id, `texts.${row.field}`, row.sealed),
      })),
    );
  }
}
