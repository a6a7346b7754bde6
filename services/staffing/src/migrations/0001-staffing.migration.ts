import { outboxTables, personKeyTable } from '@redress/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, people, sign-in, the roles of the packs in force, and assignment. */
export class Staffing1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('staffing'));
    await runner.query(personKeyTable('staffing'));
    await runner.query(ORGANISATION);
    await runner.query(SIGN_IN);
    await runner.query(PACK_ROLES);
    await runner.query(ASSIGNMENT);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Heads and departments name each other, so both are checked at the commit. */
const ORGANISATION = `
CREATE TABLE staffing.departments (
  code text PRIMARY KEY,
  parent_code text REFERENCES staffing.departments DEFERRABLE INITIALLY DEFERRED,
  title jsonb NOT NULL,
  head_id uuid,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE staffing.people (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE,
  name_sealed bytea NOT NULL,
  phone_sealed bytea,
  department_code text NOT NULL REFERENCES staffing.departments DEFERRABLE INITIALLY DEFERRED,
  roles text[] NOT NULL,
  skills text[] NOT NULL,
  backup_id uuid REFERENCES staffing.people DEFERRABLE INITIALLY DEFERRED,
  on_duty boolean NOT NULL DEFAULT true,
  absent_from timestamptz(3),
  absent_until timestamptz(3),
  limit_compensation numeric,
  limit_goodwill numeric,
  password_hash text NOT NULL,
  left_at timestamptz(3),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX people_by_department ON staffing.people (department_code) WHERE left_at IS NULL;
ALTER TABLE staffing.departments ADD FOREIGN KEY (head_id) REFERENCES staffing.people DEFERRABLE INITIALLY DEFERRED;`;

/** Machine time: tokens and attempts do not follow the domain clock. */
const SIGN_IN = `
CREATE TABLE staffing.signing_keys (
  id text PRIMARY KEY,
  public_key jsonb NOT NULL,
  private_key_sealed bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE staffing.sign_in_attempts (
  name_hash bytea NOT NULL,
  tried_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_attempts_by_name ON staffing.sign_in_attempts (name_hash, tried_at);
CREATE INDEX sign_in_attempts_by_age ON staffing.sign_in_attempts (tried_at);`;

/**
 * Projection of redress.pack.activated: which packs are in force from when, for one department or (null) for the
 * organisation, and what each of their roles may do.
 */
const PACK_ROLES = `
CREATE TABLE staffing.packs (
  code text NOT NULL,
  department_code text,
  active_from timestamptz(3) NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (code, department_code, active_from, sequence)
);
CREATE TABLE staffing.pack_roles (
  pack_hash text NOT NULL,
  code text NOT NULL,
  capabilities text[] NOT NULL,
  limit_compensation numeric,
  limit_goodwill numeric,
  PRIMARY KEY (pack_hash, code)
);`;

const ASSIGNMENT = `
CREATE TABLE staffing.assignments (
  duty_id text PRIMARY KEY,
  complaint_id uuid NOT NULL,
  owner_id uuid NOT NULL REFERENCES staffing.people,
  backup_id uuid REFERENCES staffing.people,
  head_id uuid REFERENCES staffing.people,
  because text[] NOT NULL,
  decided_at timestamptz(3) NOT NULL
);
CREATE TABLE staffing.open_cases (
  complaint_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  sequence bigint NOT NULL,
  open boolean NOT NULL
);
CREATE INDEX open_cases_by_owner ON staffing.open_cases (owner_id) WHERE open;`;
