import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PersonCipher, type Tx } from '@redress/db';
import type { Action } from './action.ts';

/** Words that somebody typed about an action; null words were deleted with their key. */
export interface ReadText {
  readonly id: string;
  readonly field: string;
  readonly words: string | null;
}

/**
 * Every free text of an action, sealed under a key of the complaint that it belongs to, so that all words about a
 * complaint can be made unreadable at once; without a complaint under a key of the action.
 */
@Injectable()
export class TextVault {
  constructor(private readonly cipher: PersonCipher) {}

  /** Answers the id that stands for the words everywhere else. */
  async put(tx: Tx, action: Pick<Action, 'id' | 'complaintId'>, field: string, words: string): Promise<string> {
    const [id, keyId] = [randomUUID(), action.complaintId ?? action.id];
    const sealed = await this.cipher.seal(tx, keyId, `texts.${field}`, words);
    await tx.query(`INSERT INTO improvement.texts (id, action_id, key_id, field, sealed) VALUES ($1, $2, $3, $4, $5)`, [
      id,
      action.id,
      keyId,
      field,
      sealed,
    ]);
    return id;
  }

  /** In the order in which they were typed. */
  async ofAction(tx: Tx, actionId: string): Promise<ReadText[]> {
    const rows = await tx.query<{ id: string; key_id: string; field: string; sealed: Buffer }>(
      `SELECT id, key_id, field, sealed FROM improvement.texts WHERE action_id = $1 ORDER BY place`,
      [actionId],
    );
    return Promise.all(
      rows.map(async ({ id, key_id: keyId, field, sealed }) => ({
        id,
        field,
        words: await this.cipher.open(tx, keyId, `texts.${field}`, sealed),
      })),
    );
  }
}
