import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists are narrowed and sorted by, the search index, corrections, and what the stuck list shows. */
export class Finding1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query(SEARCH);
    await runner.query(CORRECTIONS);
    await runner.query(STUCK);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** `first_due_at` is when the first open duty runs out or ran out; infinity when nothing is owed. */
const LISTS = `
ALTER TABLE intake.complaints
  ADD COLUMN kind text GENERATED ALWAYS AS (state ->> 'kind') STORED,
  ADD COLUMN class text GENERATED ALWAYS AS (state ->> 'class') STORED,
  ADD COLUMN grade smallint GENERATED ALWAYS AS ((state ->> 'grade')::smallint) STORED,
  ADD COLUMN serious boolean GENERATED ALWAYS AS ((state ->> 'serious')::boolean) STORED,
  ADD COLUMN closing text GENERATED ALWAYS AS (state ->> 'closing') STORED,
  ADD COLUMN first_due_at timestamptz NOT NULL DEFAULT 'infinity';
CREATE INDEX complaints_first_due ON intake.complaints (first_due_at, id);
CREATE INDEX complaints_of_owner_by_due ON intake.complaints (owner_id, first_due_at, id);
CREATE INDEX complaints_of_backup_by_due ON intake.complaints (backup_id, first_due_at, id);
CREATE INDEX complaints_by_stage ON intake.complaints (stage, received_at DESC, id DESC);
CREATE INDEX complaints_by_level ON intake.complaints (level, received_at DESC, id DESC);
CREATE INDEX complaints_serious ON intake.complaints (received_at DESC, id DESC) WHERE serious;
CREATE INDEX complaints_by_registration ON intake.complaints (registered_at);
CREATE INDEX matters_by_category ON intake.matters (category, complaint_id);
CREATE INDEX duties_open_by_kind ON intake.duties (kind, due_at) WHERE ended_at IS NULL;`;

/** Keyed hashes only: no word can be read from them. They go with the person's key. */
const SEARCH = `
CREATE TABLE intake.search_queue (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_id uuid NOT NULL
);
CREATE TABLE intake.search_entries (
  complaint_id uuid PRIMARY KEY REFERENCES intake.complaints,
  person_id uuid NOT NULL REFERENCES intake.person_keys ON DELETE CASCADE,
  tokeniser smallint NOT NULL,
  words bigint[] NOT NULL
);
CREATE INDEX search_entries_by_word ON intake.search_entries USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_entries_by_person ON intake.search_entries (person_id);
CREATE TABLE intake.matter_references (
  matter_id uuid NOT NULL REFERENCES intake.matters,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  person_id uuid NOT NULL REFERENCES intake.person_keys ON DELETE CASCADE,
  hash bytea NOT NULL,
  PRIMARY KEY (matter_id, hash)
);
CREATE INDEX matter_references_by_hash ON intake.matter_references (hash);
CREATE INDEX matter_references_by_person ON intake.matter_references (person_id);`;

/** What a field said and says, and why, are texts under the complainant's key; of a field's texts the last one stands. */
const CORRECTIONS = `
ALTER TABLE intake.texts ADD COLUMN place bigint GENERATED ALWAYS AS IDENTITY;
CREATE TABLE intake.corrections (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  step integer NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  field text NOT NULL,
  matter_id uuid REFERENCES intake.matters,
  access text NOT NULL DEFAULT 'open',
  from_text_id uuid REFERENCES intake.texts,
  to_text_id uuid REFERENCES intake.texts,
  reason_text_id uuid NOT NULL REFERENCES intake.texts
);
CREATE INDEX corrections_by_complaint ON intake.corrections (complaint_id, id);`;

/** A notice is of a step, or of a command that was refused and so made none. */
const STUCK = `
ALTER TABLE intake.commands
  ADD COLUMN missed_since timestamptz,
  ADD COLUMN answered_later boolean NOT NULL DEFAULT false,
  ADD COLUMN dismissed_at timestamptz;
CREATE INDEX commands_stuck ON intake.commands (accepted_at, id) WHERE stuck IS NOT NULL AND dismissed_at IS NULL;
CREATE INDEX commands_missed ON intake.commands (missed_since) WHERE missed_since IS NOT NULL;
CREATE TABLE intake.stuck_acts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  command_id uuid NOT NULL REFERENCES intake.commands,
  act text NOT NULL CHECK (act IN ('retried', 'dismissed')),
  stuck text NOT NULL,
  attempt integer NOT NULL,
  actor_id uuid NOT NULL,
  at timestamptz NOT NULL,
  reason_text_id uuid REFERENCES intake.texts
);
CREATE INDEX stuck_acts_by_command ON intake.stuck_acts (command_id);
CREATE TABLE intake.wakings (
  complaint_id uuid PRIMARY KEY REFERENCES intake.complaints,
  times integer NOT NULL DEFAULT 1,
  due_at timestamptz,
  woken_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX wakings_newest ON intake.wakings (woken_at DESC);
ALTER TABLE intake.notices
  ALTER COLUMN step DROP NOT NULL,
  ADD COLUMN command_id uuid UNIQUE REFERENCES intake.commands,
  ADD CHECK (step IS NOT NULL OR command_id IS NOT NULL);`;
