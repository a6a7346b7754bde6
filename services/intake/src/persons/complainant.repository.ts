import { Inject, Injectable } from '@nestjs/common';
import type { Complainant } from '@redress/contracts';
import { PersonCipher, type Tx } from '@redress/db';
import { LookupHashes } from './lookup.hashes.ts';

type PersonalField = Exclude<keyof Complainant, 'important'>;

/** Complainants: personal fields encrypted one by one under the person's key, some with a keyed hash to find them by. */
@Injectable()
export class ComplainantRepository {
  constructor(
    @Inject(PersonCipher) private readonly cipher: PersonCipher,
    @Inject(LookupHashes) private readonly hashes: LookupHashes,
  ) {}

  async insert(tx: Tx, personId: string, language: string, complainant: Complainant): Promise<void> {
    await tx.query(`INSERT INTO intake.complainants (id, language, important) VALUES ($1, $2, $3)`, [
      personId,
      language,
      complainant.important ?? false,
    ]);
    for (const [field, value] of Object.entries(complainant)) {
      if (typeof value !== 'string') continue;
      await this.insertField(tx, personId, field as PersonalField, value);
    }
  }

  /** The personal fields that can still be read. */
  async read(tx: Tx, personId: string): Promise<Record<string, string>> {
    const rows = await tx.query<{ field: string; sealed: Buffer }>(
      `SELECT field, sealed FROM intake.complainant_fields WHERE person_id = $1 ORDER BY field`,
      [personId],
    );
    const fields: Record<string, string> = {};
    for (const row of rows) {
      const value = await this.cipher.open(tx, personId, `complainant.${row.field}`, row.sealed);
      if (value !== null) fields[row.field] = value;
    }
    return fields;
  }

  /** Puts another value in the place of a personal field; whoever keeps the old one does so elsewhere. */
  async replace(tx: Tx, personId: string, field: string, value: string): Promise<void> {
    for (const table of ['complainant_fields', 'complainant_hashes'])
      await tx.query(`DELETE FROM intake.${table} WHERE person_id = $1 AND field = $2`, [personId, field]);
    await this.insertField(tx, personId, field as PersonalField, value);
  }

  private async insertField(tx: Tx, personId: string, field: PersonalField, value: string): Promise<void> {
    const sealed = await this.cipher.seal(tx, personId, `complainant.${field}`, value);
    await tx.query(`INSERT INTO intake.complainant_fields (person_id, field, sealed) VALUES ($1, $2, $3)`, [
      personId,
      field,
      sealed,
    ]);
    const hash = this.hashes.ofField(field, value);
    if (hash === null) return;
    await tx.query(`INSERT INTO intake.complainant_hashes (person_id, field, hash) VALUES ($1, $2, $3)`, [
      personId,
      field,
      hash,
    ]);
  }
}
