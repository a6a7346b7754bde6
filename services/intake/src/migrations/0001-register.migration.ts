import { outboxTables, personKeyTable } from '@redress/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: what was accepted and decided, and what is to leave. */
export class Register1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('intake'));
    await runner.query(personKeyTable('intake'));
    await runner.query(PACKS);
    await runner.query(COMPLAINTS);
    await runner.query(PROCESS);
    await runner.query(DIRECTORY);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const PACKS = `
CREATE TABLE intake.packs (
  hash text PRIMARY KEY,
  code text NOT NULL,
  version text NOT NULL,
  pack jsonb NOT NULL,
  stored_at timestamptz NOT NULL
);
CREATE TABLE intake.pack_activations (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash text NOT NULL REFERENCES intake.packs,
  active_from timestamptz NOT NULL,
  department_id text
);
CREATE INDEX pack_activations_by_department ON intake.pack_activations (department_id, active_from DESC);
CREATE TABLE intake.calendars (
  code text NOT NULL,
  version text NOT NULL,
  calendar jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (code, version)
);`;

const COMPLAINTS = `
CREATE SEQUENCE intake.complaint_numbers;
CREATE TABLE intake.complainants (
  id uuid PRIMARY KEY,
  language text NOT NULL,
  important boolean NOT NULL DEFAULT false
);
CREATE TABLE intake.complainant_fields (
  person_id uuid NOT NULL REFERENCES intake.complainants,
  field text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (person_id, field)
);
CREATE TABLE intake.complainant_hashes (
  person_id uuid NOT NULL REFERENCES intake.complainants,
  field text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (person_id, field)
);
CREATE INDEX complainant_hashes_by_hash ON intake.complainant_hashes (hash);
CREATE TABLE intake.complaints (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  body_hash bytea NOT NULL,
  person_id uuid NOT NULL REFERENCES intake.complainants,
  channel text NOT NULL,
  language text NOT NULL,
  recorded_by uuid,
  received_at timestamptz NOT NULL,
  registered_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  access text NOT NULL DEFAULT 'open' CHECK (access IN ('open', 'restricted')),
  drill boolean NOT NULL DEFAULT false,
  pack_hash text NOT NULL REFERENCES intake.packs,
  grading_because jsonb NOT NULL,
  terms jsonb NOT NULL,
  state jsonb NOT NULL,
  stage text NOT NULL,
  level text NOT NULL,
  department_id text NOT NULL,
  owner_id uuid,
  backup_id uuid,
  involved uuid[] NOT NULL DEFAULT '{}',
  concerned uuid[] NOT NULL DEFAULT '{}',
  asked text[] NOT NULL DEFAULT '{}',
  linked_to uuid REFERENCES intake.complaints,
  step integer NOT NULL,
  sequence integer NOT NULL,
  revision integer NOT NULL,
  queue_place integer NOT NULL DEFAULT 0,
  next_due_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX complaints_open_by_due ON intake.complaints (next_due_at) WHERE ended_at IS NULL;
CREATE INDEX complaints_newest ON intake.complaints (received_at DESC, id DESC);
CREATE INDEX complaints_by_department ON intake.complaints (department_id, received_at DESC, id DESC);
CREATE INDEX complaints_by_owner ON intake.complaints (owner_id, received_at DESC, id DESC);
CREATE INDEX complaints_by_person ON intake.complaints (person_id);
CREATE TABLE intake.matters (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  position smallint NOT NULL,
  category text NOT NULL,
  happened_at timestamptz,
  department_complained_of text,
  loss_claimed numeric(14, 2),
  amount_in_dispute numeric(14, 2),
  access text NOT NULL DEFAULT 'open',
  UNIQUE (complaint_id, position)
);
CREATE TABLE intake.texts (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  matter_id uuid REFERENCES intake.matters,
  person_id uuid NOT NULL,
  field text NOT NULL,
  access text NOT NULL DEFAULT 'open',
  author_id uuid,
  written_at timestamptz NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX texts_by_complaint ON intake.texts (complaint_id);`;

const PROCESS = `
CREATE TABLE intake.steps (
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  number integer NOT NULL,
  cause_kind text NOT NULL,
  cause_id text NOT NULL,
  at timestamptz NOT NULL,
  changes jsonb NOT NULL,
  PRIMARY KEY (complaint_id, number),
  UNIQUE (complaint_id, cause_kind, cause_id)
);
CREATE TABLE intake.commands (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  place integer NOT NULL,
  name text NOT NULL,
  facts jsonb NOT NULL,
  text_ids uuid[] NOT NULL DEFAULT '{}',
  body_hash bytea NOT NULL,
  actor jsonb NOT NULL,
  expected_revision integer,
  accepted_at timestamptz NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  deliver_after timestamptz NOT NULL,
  outcome jsonb,
  stuck text,
  UNIQUE (complaint_id, place)
);
CREATE INDEX commands_undelivered ON intake.commands (complaint_id, place) WHERE outcome IS NULL;
CREATE TABLE intake.timeline (
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  sequence integer NOT NULL,
  step integer NOT NULL,
  at timestamptz NOT NULL,
  code text NOT NULL,
  facts jsonb NOT NULL,
  because jsonb NOT NULL,
  actor_id uuid,
  actor_kind text NOT NULL,
  matter_id uuid,
  access text NOT NULL DEFAULT 'open',
  text_ids uuid[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (complaint_id, sequence)
);
CREATE TABLE intake.duties (
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  duty_id text NOT NULL,
  kind text NOT NULL,
  ref text,
  waits_for jsonb,
  clock jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  because jsonb NOT NULL,
  ended_at timestamptz,
  verdict text CHECK (verdict IN ('in-time', 'late', 'dropped')),
  holder_id uuid,
  PRIMARY KEY (complaint_id, duty_id)
);
CREATE TABLE intake.rungs (
  complaint_id uuid NOT NULL,
  duty_id text NOT NULL,
  rung text NOT NULL,
  place smallint NOT NULL,
  fires_at timestamptz NOT NULL,
  fired_at timestamptz,
  PRIMARY KEY (complaint_id, duty_id, rung),
  FOREIGN KEY (complaint_id, duty_id) REFERENCES intake.duties
);
CREATE INDEX rungs_to_fire ON intake.rungs (complaint_id, fires_at) WHERE fired_at IS NULL;
CREATE TABLE intake.notices (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  step integer NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  UNIQUE (complaint_id, step, person_id)
);
CREATE INDEX notices_of_person ON intake.notices (person_id, at DESC, id DESC);
CREATE TABLE intake.messages (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  step integer NOT NULL,
  purpose text NOT NULL,
  language text NOT NULL,
  at timestamptz NOT NULL,
  facts jsonb NOT NULL,
  text_id uuid REFERENCES intake.texts,
  state text NOT NULL DEFAULT 'shown' CHECK (state IN ('shown', 'waiting', 'sending', 'sent', 'stuck')),
  taken_at timestamptz,
  UNIQUE (complaint_id, step, purpose)
);
CREATE INDEX messages_on_their_way ON intake.messages (at, id) WHERE state IN ('waiting', 'sending');`;

const DIRECTORY = `
CREATE TABLE intake.directory_people (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  department_id text NOT NULL,
  roles text[] NOT NULL,
  on_duty boolean NOT NULL,
  version integer NOT NULL
);
CREATE INDEX directory_people_by_role ON intake.directory_people USING gin (roles);
CREATE TABLE intake.directory_departments (
  code text PRIMARY KEY,
  title jsonb NOT NULL,
  head_id uuid,
  version integer NOT NULL
);`;
