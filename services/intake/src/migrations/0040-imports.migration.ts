import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of files, how far each has come, and what became of its rows (INT-13). */
export class Imports1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/**
 * Up to `line` everything is settled; rows after it may be, when the process that settled them has died. The parts of a
 * file stand under a key of the import and go with it when the last row is settled. Sealed bytes do not compress.
 */
const IMPORTS = `
CREATE TABLE intake.imports (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  state text NOT NULL CHECK (state IN ('receiving', 'waiting', 'loading', 'done', 'stopped')),
  actor jsonb NOT NULL,
  history boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  format text CHECK (format IN ('csv', 'xlsx')),
  encoding text,
  mapping_name text,
  bytes bigint NOT NULL DEFAULT 0,
  share double precision NOT NULL DEFAULT 0,
  line integer NOT NULL DEFAULT 1,
  loaded integer NOT NULL DEFAULT 0,
  known integer NOT NULL DEFAULT 0,
  left_out integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  stopped jsonb,
  touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((state IN ('done', 'stopped')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'stopped') = (stopped IS NOT NULL)),
  CHECK (state = 'receiving' OR (format IS NOT NULL AND mapping_name IS NOT NULL))
);
CREATE INDEX imports_at_work ON intake.imports (touched_at) WHERE state IN ('receiving', 'waiting', 'loading');
CREATE TABLE intake.import_parts (
  import_id uuid NOT NULL REFERENCES intake.imports ON DELETE CASCADE,
  part text NOT NULL CHECK (part IN ('file', 'strings', 'mapping')),
  n integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (import_id, part, n)
);
ALTER TABLE intake.import_parts ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE intake.import_rows (
  import_id uuid NOT NULL REFERENCES intake.imports,
  line integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('loaded', 'known', 'left-out', 'refused')),
  complaint_id uuid REFERENCES intake.complaints,
  faults jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (import_id, line)
);
CREATE INDEX import_rows_refused ON intake.import_rows (import_id, line) WHERE outcome = 'refused';`;
