import { Injectable } from '@nestjs/common';
import { PersonCipher, type Tx } from '@redress/db';
import { toInstant, type Instant, type Limits } from '@redress/policy';
import { z } from 'zod';

/** Somebody who works here, with the personal fields opened. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly phone: string | null;
  readonly departmentId: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  /** The B of this A. */
  readonly backupId: string | null;
  readonly onDuty: boolean;
  readonly absentFrom: Instant | null;
  readonly absentUntil: Instant | null;
  /** Own limits; null lowers nothing. */
  readonly limits: Limits;
  readonly leftAt: Instant | null;
  /** Rises with every change; the sequence of the person's facts. */
  readonly version: number;
}

/** Stands for a name whose key was deleted. */
const ERASED = '–';

const numeric = z.coerce.number().nullable();
const instant = z
  .date()
  .nullable()
  .transform((at) => (at === null ? null : toInstant(at.getTime())));

const row = z.object({
  id: z.string(),
  username: z.string(),
  name_sealed: z.instanceof(Buffer),
  phone_sealed: z.instanceof(Buffer).nullable(),
  department_code: z.string(),
  roles: z.array(z.string()),
  skills: z.array(z.string()),
  backup_id: z.string().nullable(),
  on_duty: z.boolean(),
  absent_from: instant,
  absent_until: instant,
  limit_compensation: numeric,
  limit_goodwill: numeric,
  left_at: instant,
  version: z.number(),
});

const COLUMNS = `id, username, name_sealed, phone_sealed, department_code, roles, skills, backup_id, on_duty, absent_from,
  absent_until, limit_compensation, limit_goodwill, left_at, version`;

/** Where a page of people starts, and what it is narrowed to. */
export interface PeopleFilter {
  readonly departmentId?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class PersonRepository {
  constructor(private readonly cipher: PersonCipher) {}

  /** Who has not left, by user name. */
  async list(tx: Tx, { departmentId, after, limit }: PeopleFilter): Promise<Person[]> {
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM staffing.people
       WHERE left_at IS NULL AND ($1::text IS NULL OR department_code = $1) AND username > $2
       ORDER BY username LIMIT $3`,
      [departmentId ?? null, after ?? '', limit],
    );
    return Promise.all(rows.map((raw) => this.open(tx, raw)));
  }

  find(tx: Tx, id: string): Promise<Person | null> {
    return this.one(tx, `SELECT ${COLUMNS} FROM staffing.people WHERE id = $1 AND left_at IS NULL`, id);
  }

  /** Locked until the transaction ends; an assignment that names the person meanwhile need not wait. */
  lock(tx: Tx, id: string): Promise<Person | null> {
    return this.one(
      tx,
      `SELECT ${COLUMNS} FROM staffing.people WHERE id = $1 AND left_at IS NULL FOR NO KEY UPDATE`,
      id,
    );
  }

  /** Those whose stand-in this person is, locked by id. */
  async lockBackedBy(tx: Tx, id: string): Promise<Person[]> {
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM staffing.people WHERE backup_id = $1 AND left_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
    return Promise.all(rows.map((raw) => this.open(tx, raw)));
  }

  /** The number of the next order about this person. */
  async nextOrder(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ orders: number }>(
      'UPDATE staffing.people SET orders = orders + 1 WHERE id = $1 RETURNING orders',
      [id],
    );
    if (row === undefined) throw new Error('the person was there a moment ago');
    return row.orders;
  }

  /** What sign-in compares, for somebody who has not left. */
  async findForSignIn(tx: Tx, username: string): Promise<{ id: string; passwordHash: string } | null> {
    const [found] = await tx.query<{ id: string; password_hash: string }>(
      `SELECT id, password_hash FROM staffing.people WHERE username = $1 AND left_at IS NULL`,
      [username],
    );
    return found === undefined ? null : { id: found.id, passwordHash: found.password_hash };
  }

  /** Answers false when id or user name is taken. */
  async insert(tx: Tx, person: Person, passwordHash: string): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO staffing.people (id, username, name_sealed, phone_sealed, department_code, roles, skills, backup_id, on_duty,
         limit_compensation, limit_goodwill, password_hash, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        person.id,
        person.username,
        await this.cipher.seal(tx, person.id, 'name', person.name),
        person.phone === null ? null : await this.cipher.seal(tx, person.id, 'phone', person.phone),
        person.departmentId,
        person.roles,
        person.skills,
        person.backupId,
        person.onDuty,
        person.limits.compensation,
        person.limits.goodwill,
        passwordHash,
        person.version,
      ],
    );
    return inserted.length === 1;
  }

  /** Writes what may change after the start: everything but name, phone, user name and password. */
  async update(tx: Tx, person: Person): Promise<void> {
    await tx.query(
      `UPDATE staffing.people SET department_code = $2, roles = $3, skills = $4, backup_id = $5, on_duty = $6, absent_from = $7,
         absent_until = $8, limit_compensation = $9, limit_goodwill = $10, left_at = $11, version = $12
       WHERE id = $1`,
      [
        person.id,
        person.departmentId,
        person.roles,
        person.skills,
        person.backupId,
        person.onDuty,
        person.absentFrom,
        person.absentUntil,
        person.limits.compensation,
        person.limits.goodwill,
        person.leftAt,
        person.version,
      ],
    );
  }

  private async one(tx: Tx, sql: string, id: string): Promise<Person | null> {
    const [found] = await tx.query(sql, [id]);
    return found === undefined ? null : this.open(tx, found);
  }

  private async open(tx: Tx, raw: unknown): Promise<Person> {
    const found = row.parse(raw);
    const phone =
      found.phone_sealed === null ? null : await this.cipher.open(tx, found.id, 'phone', found.phone_sealed);
    return {
      id: found.id,
      username: found.username,
      name: (await this.cipher.open(tx, found.id, 'name', found.name_sealed)) ?? ERASED,
      phone,
      departmentId: found.department_code,
      roles: found.roles,
      skills: found.skills,
      backupId: found.backup_id,
      onDuty: found.on_duty,
      absentFrom: found.absent_from,
      absentUntil: found.absent_until,
      limits: { compensation: found.limit_compensation, goodwill: found.limit_goodwill },
      leftAt: found.left_at,
      version: found.version,
    };
  }
}
