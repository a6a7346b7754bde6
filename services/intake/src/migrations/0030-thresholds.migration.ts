import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts measured outside, the thresholds that they crossed, what was chosen, and the reviews (WRK-21); the order of work. */
export class Thresholds1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(THRESHOLDS);
    await runner.query(WORK_ORDER);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Of a measure only the last value is kept; of a crossing what the pack said of it then. */
const THRESHOLDS = `
CREATE TABLE intake.measures (
  department_id text NOT NULL,
  measure text NOT NULL,
  place text NOT NULL,
  item text NOT NULL,
  value double precision NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (department_id, measure, place, item)
);
CREATE TABLE intake.crossings (
  id uuid PRIMARY KEY,
  department_id text NOT NULL,
  threshold jsonb NOT NULL,
  code text NOT NULL,
  place text NOT NULL,
  item text NOT NULL,
  value double precision NOT NULL,
  at timestamptz NOT NULL,
  told uuid[] NOT NULL,
  choice_due_at timestamptz NOT NULL,
  cleared_at timestamptz,
  choice text,
  chosen_by uuid,
  chosen_at timestamptz,
  CHECK ((choice IS NULL) = (chosen_by IS NULL) AND (choice IS NULL) = (chosen_at IS NULL))
);
CREATE UNIQUE INDEX crossings_standing ON intake.crossings (department_id, code, place, item) WHERE cleared_at IS NULL;
CREATE INDEX crossings_by_time ON intake.crossings (department_id, at);
CREATE TABLE intake.crossing_reviews (
  crossing_id uuid NOT NULL REFERENCES intake.crossings,
  number integer NOT NULL,
  cause text NOT NULL,
  measure text NOT NULL,
  reviewed_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (crossing_id, number)
);
ALTER TABLE intake.notices ADD COLUMN crossing_id uuid REFERENCES intake.crossings;
ALTER TABLE intake.notices
  DROP CONSTRAINT notices_check,
  DROP CONSTRAINT notices_check1,
  ADD CHECK (complaint_id IS NOT NULL OR action_id IS NOT NULL OR calendar_code IS NOT NULL OR crossing_id IS NOT NULL),
  ADD CHECK (step IS NOT NULL OR command_id IS NOT NULL OR action_sequence IS NOT NULL OR calendar_code IS NOT NULL
    OR crossing_id IS NOT NULL);`;

/** Level first, then urgency × impact × importance of the customer, as `priorityOf` has it: the smaller comes first (INT-18). */
const WORK_ORDER = `
ALTER TABLE intake.complaints ADD COLUMN work_order integer NOT NULL GENERATED ALWAYS AS (
  coalesce((terms ->> 'levelRank')::integer, 99) * 100
  - coalesce((grading_facts ->> 'urgency')::integer, 1)
  * greatest(coalesce((grading_facts ->> 'severity')::integer, 1), coalesce((grading_facts ->> 'prevalence')::integer, 1))
  * coalesce((grading_facts ->> 'customerImportance')::integer, 1)
) STORED;
CREATE INDEX complaints_by_work_order ON intake.complaints (work_order, id);`;
