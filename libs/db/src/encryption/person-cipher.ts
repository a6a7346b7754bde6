import { randomBytes } from 'node:crypto';
import type { Tx } from '../database.ts';
import { openBytes, sealBytes } from './keys.ts';

/** SQL of a schema's person keys, for the service's first migration. */
export function personKeyTable(schema: string): string {
  return `
CREATE TABLE ${schema}.person_keys (
  person_id uuid PRIMARY KEY,
  wrapped bytea NOT NULL
);`;
}

const KEPT_KEYS = 5_000;

/**
 * Encrypts personal fields and texts with a key per person, wrapped by the master key; the person id and the column are
 * authenticated with each value. Deleting the person's key makes all of them unreadable.
 */
export class PersonCipher {
  private readonly known = new Map<string, Buffer>();
  /** The key that a transaction made last: gone with it, committed or not. */
  private readonly made = new WeakMap<Tx, { readonly personId: string; readonly key: Buffer }>();

  constructor(
    private readonly schema: string,
    private readonly masterKey: Buffer,
  ) {}

  seal(tx: Tx, personId: string, column: string, text: string): Promise<Buffer> {
    return this.sealBytes(tx, personId, column, Buffer.from(text, 'utf8'));
  }

  async sealBytes(tx: Tx, personId: string, column: string, bytes: Buffer): Promise<Buffer> {
    const key = (await this.find(tx, personId)) ?? (await this.create(tx, personId));
    return sealBytes(key, bytes, `${personId}|${column}`);
  }

  /** The text, or null when the person's key was deleted. */
  async open(tx: Tx, personId: string, column: string, sealed: Buffer): Promise<string | null> {
    return (await this.openBytes(tx, personId, column, sealed))?.toString('utf8') ?? null;
  }

  async openBytes(tx: Tx, personId: string, column: string, sealed: Buffer): Promise<Buffer | null> {
    const key = await this.find(tx, personId);
    return key === undefined ? null : openBytes(key, sealed, `${personId}|${column}`);
  }

  private async find(tx: Tx, personId: string): Promise<Buffer | undefined> {
    const kept = this.known.get(personId);
    if (kept !== undefined) return kept;
    const made = this.made.get(tx);
    if (made?.personId === personId) return made.key;
    const [row] = await tx.query<{ wrapped: Buffer; uncommitted: boolean | null }>(
      `SELECT wrapped, xmin = pg_current_xact_id_if_assigned()::xid AS uncommitted
       FROM ${this.schema}.person_keys WHERE person_id = $1`,
      [personId],
    );
    if (row === undefined) return undefined;
    const key = openBytes(this.masterKey, row.wrapped, personId);
    return row.uncommitted === true ? key : this.keep(personId, key);
  }

  /** Kept in memory only when a later transaction finds it: this one may still be rolled back, and the key with it. */
  private async create(tx: Tx, personId: string): Promise<Buffer> {
    const key = randomBytes(32);
    const inserted = await tx.query(
      `INSERT INTO ${this.schema}.person_keys (person_id, wrapped) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [personId, sealBytes(this.masterKey, key, personId)],
    );
    if (inserted.length === 1) {
      this.made.set(tx, { personId, key });
      return key;
    }
    const stored = await this.find(tx, personId);
    if (stored === undefined) throw new Error('the key of this person is being written elsewhere');
    return stored;
  }

  private keep(personId: string, key: Buffer): Buffer {
    if (this.known.size >= KEPT_KEYS) this.known.delete(this.known.keys().next().value as string);
    this.known.set(personId, key);
    return key;
  }
}
