import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Absences that begin and end by themselves, and departments that run out of people (WRK-3). */
export class Absences1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ABSENCES);
    await runner.query(COUNTERS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ABSENCES = `
CREATE TABLE staffing.absences (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES staffing.people,
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3),
  state text NOT NULL CHECK (state IN ('planned', 'running', 'over', 'cancelled')),
  told_by uuid NOT NULL,
  told_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  due_at timestamptz(3) GENERATED ALWAYS AS
    (CASE state WHEN 'planned' THEN from_at WHEN 'running' THEN until_at END) STORED
);
CREATE INDEX absences_of_person ON staffing.absences (person_id, from_at, id);
CREATE INDEX absences_due ON staffing.absences (due_at) WHERE due_at IS NOT NULL;`;

/** The last sequence of what befell the department, and of what was ordered about the person. */
const COUNTERS = `
ALTER TABLE staffing.departments ADD COLUMN understaffed boolean NOT NULL DEFAULT false;
ALTER TABLE staffing.departments ADD COLUMN alerts integer NOT NULL DEFAULT 0;
ALTER TABLE staffing.people ADD COLUMN orders integer NOT NULL DEFAULT 0;`;
