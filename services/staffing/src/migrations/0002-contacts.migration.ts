import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The contact list (WRK-1). */
export class Contacts1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTACTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Organisations and their switchboards are the organisation's own data; a named person is under the key of the entry. */
const CONTACTS = `
CREATE TABLE staffing.contacts (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  title jsonb NOT NULL,
  phone text,
  email text,
  department_code text REFERENCES staffing.departments,
  person_sealed bytea,
  person_phone_sealed bytea,
  changed_at timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL
);
CREATE INDEX contacts_by_kind ON staffing.contacts (kind, id);`;
