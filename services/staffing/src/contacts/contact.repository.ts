import { Injectable } from '@nestjs/common';
import { PersonCipher, type Tx } from '@redress/db';
import type { Instant, Words } from '@redress/policy';
import { z } from 'zod';
import { CONTACT_KINDS } from './contact.schemas.ts';

/** An entry of the contact list, with the person opened. */
export interface Contact {
  readonly id: string;
  readonly kind: (typeof CONTACT_KINDS)[number];
  readonly title: Words;
  readonly phone: string | null;
  readonly email: string | null;
  readonly departmentId: string | null;
  readonly person: { readonly name: string; readonly phone: string | null } | null;
}

/** Where a page starts, and what it is narrowed to. */
export interface ContactFilter {
  readonly kind: string | undefined;
  readonly after: { readonly kind: string; readonly id: string } | null;
  readonly limit: number;
}

const row = z.object({
  id: z.string(),
  kind: z.enum(CONTACT_KINDS),
  title: z.object({ zh: z.string(), en: z.string() }),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  department_code: z.string().nullable(),
  person_sealed: z.instanceof(Buffer).nullable(),
  person_phone_sealed: z.instanceof(Buffer).nullable(),
});

const COLUMNS = 'id, kind, title, phone, email, department_code, person_sealed, person_phone_sealed';

@Injectable()
export class ContactRepository {
  constructor(private readonly cipher: PersonCipher) {}

  /** By kind, then id. */
  async list(tx: Tx, { kind, after, limit }: ContactFilter): Promise<Contact[]> {
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM staffing.contacts
       WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR (kind, id) > ($2, $3::uuid))
       ORDER BY kind, id LIMIT $4`,
      [kind ?? null, after?.kind ?? null, after?.id ?? null, limit],
    );
    return Promise.all(rows.map((raw) => this.open(tx, raw)));
  }

  async find(tx: Tx, id: string): Promise<Contact | null> {
    const [found] = await tx.query(`SELECT ${COLUMNS} FROM staffing.contacts WHERE id = $1`, [id]);
    return found === undefined ? null : this.open(tx, found);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Contact | null> {
    const [found] = await tx.query(`SELECT ${COLUMNS} FROM staffing.contacts WHERE id = $1 FOR UPDATE`, [id]);
    return found === undefined ? null : this.open(tx, found);
  }

  /** Writes the entry as it now is. */
  async put(tx: Tx, contact: Contact, by: { readonly id: string; readonly at: Instant }): Promise<void> {
    const { id, kind, title, phone, email, departmentId, person } = contact;
    const seal = async (column: string, text: string | null) =>
      text === null ? null : this.cipher.seal(tx, id, `contact.${column}`, text);
    const sealed = [await seal('name', person?.name ?? null), await seal('phone', person?.phone ?? null)];
    await tx.query(
      `INSERT INTO staffing.contacts (${COLUMNS}, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, phone = excluded.phone,
         email = excluded.email, department_code = excluded.department_code, person_sealed = excluded.person_sealed,
         person_phone_sealed = excluded.person_phone_sealed, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [id, kind, JSON.stringify(title), phone, email, departmentId, ...sealed, by.at, by.id],
    );
  }

  /** Removes the entry with the key of its person: what a backup still holds of them can no longer be read. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    const removed = await tx.query('DELETE FROM staffing.contacts WHERE id = $1 RETURNING 1', [id]);
    await tx.query('DELETE FROM staffing.person_keys WHERE person_id = $1', [id]);
    return removed.length === 1;
  }

  private async open(tx: Tx, raw: unknown): Promise<Contact> {
    const { id, kind, title, phone, email, ...rest } = row.parse(raw);
    const opened = async (column: string, sealed: Buffer | null) =>
      sealed === null ? null : this.cipher.open(tx, id, `contact.${column}`, sealed);
    const name = await opened('name', rest.person_sealed);
    const direct = await opened('phone', rest.person_phone_sealed);
    const person = name === null ? null : { name, phone: direct };
    return { id, kind, title, phone, email, departmentId: rest.department_code, person };
  }
}
