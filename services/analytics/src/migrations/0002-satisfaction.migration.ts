import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys, follow-up checks and the duties of departments that were asked: the rest of the KPIs of IMP-2. */
export class Satisfaction1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
    await runner.query(DUTIES);
    await runner.query(COUNTED);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ANSWERS = `
CREATE TABLE analytics.surveys (
  complaint_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  result smallint NOT NULL,
  process smallint NOT NULL,
  recommend smallint,
  satisfied boolean NOT NULL,
  PRIMARY KEY (complaint_id, sequence)
);
CREATE INDEX surveys_by_time ON analytics.surveys (at);
CREATE TABLE analytics.follow_ups (
  complaint_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  solved boolean NOT NULL,
  PRIMARY KEY (complaint_id, sequence)
);
CREATE INDEX follow_ups_by_time ON analytics.follow_ups (at);`;

/** A duty that waits for another department is that department's, whoever owns the complaint. */
const DUTIES = `
ALTER TABLE analytics.duties
  ADD COLUMN asked boolean NOT NULL DEFAULT false,
  ADD COLUMN due_sequence integer NOT NULL DEFAULT 0;`;

/**
 * What is said after a result counts for who owned the complaint when that result was told: by then a new round may
 * have begun under somebody else.
 */
const COUNTED = `
DROP VIEW analytics.counted_closings;
DROP VIEW analytics.counted_duties;

CREATE VIEW analytics.counted_duties AS
SELECT duty.complaint_id, duty.holder_id AS person_id, duty.department_id, duty.due_at, duty.verdict
FROM analytics.duties AS duty
JOIN analytics.counted_complaints AS complaint ON complaint.id = duty.complaint_id
WHERE duty.kind IN ('respond', 'solve', 'request') AND duty.verdict IS DISTINCT FROM 'dropped';

CREATE VIEW analytics.counted_closings AS
SELECT round.complaint_id, coalesce(round.owner_when_told, round.owner_when_closed) AS person_id,
  coalesce(round.department_when_told, round.department_when_closed) AS department_id, round.closed_at,
  round.resolved AND complaint.round = round.round AS for_good,
  round.resolved AND complaint.round = 1 AND round.round = 1 AS first_round
FROM analytics.rounds AS round
JOIN analytics.counted_complaints AS complaint ON complaint.id = round.complaint_id
WHERE round.closed_at IS NOT NULL AND round.counts;

CREATE FUNCTION analytics.told_before(complaint uuid, moment timestamptz)
RETURNS TABLE (person_id uuid, department_id text) LANGUAGE sql STABLE AS $$
  SELECT round.owner_when_told, round.department_when_told FROM analytics.rounds AS round
  WHERE round.complaint_id = complaint AND round.told_at <= moment ORDER BY round.round DESC LIMIT 1
$$;

CREATE VIEW analytics.counted_surveys AS
SELECT DISTINCT ON (survey.complaint_id) survey.complaint_id, told.person_id, told.department_id, survey.at AS answered_at,
  survey.result
FROM analytics.surveys AS survey
JOIN analytics.counted_complaints AS complaint ON complaint.id = survey.complaint_id
LEFT JOIN LATERAL analytics.told_before(survey.complaint_id, survey.at) AS told ON true
ORDER BY survey.complaint_id, survey.at DESC, survey.sequence DESC;

CREATE VIEW analytics.counted_sendings AS
SELECT sending.complaint_id, told.person_id, told.department_id, sending.at AS sent_at,
  EXISTS (SELECT 1 FROM analytics.surveys AS survey
          WHERE survey.complaint_id = sending.complaint_id AND survey.sequence > sending.sequence
            AND survey.sequence < coalesce(sending.next_sequence, 2147483647)) AS answered
FROM (SELECT complaint_id, sequence, at, lead(sequence) OVER (PARTITION BY complaint_id ORDER BY sequence) AS next_sequence
      FROM analytics.happenings WHERE code = 'survey-sent') AS sending
JOIN analytics.counted_complaints AS complaint ON complaint.id = sending.complaint_id
LEFT JOIN LATERAL analytics.told_before(sending.complaint_id, sending.at) AS told ON true;

CREATE VIEW analytics.counted_follow_ups AS
SELECT follow_up.complaint_id, told.person_id, told.department_id, follow_up.at AS checked_at, follow_up.solved
FROM analytics.follow_ups AS follow_up
JOIN analytics.counted_complaints AS complaint ON complaint.id = follow_up.complaint_id
LEFT JOIN LATERAL analytics.told_before(follow_up.complaint_id, follow_up.at) AS told ON true;`;
