import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closings one by one, teams, and the weights that packs set: the KPIs of IMP-2 to the letter. */
export class Teams1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSINGS);
    await runner.query(ORGANISATION);
    await runner.query(COUNTED);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** A round may be closed more than once: a late yes goes to resolving again, a merger is undone. */
const CLOSINGS = `
CREATE TABLE analytics.closings (
  complaint_id uuid NOT NULL,
  sequence integer NOT NULL,
  round integer NOT NULL,
  at timestamptz NOT NULL,
  owner_id uuid,
  department_id text NOT NULL,
  counts boolean NOT NULL,
  resolved boolean NOT NULL,
  PRIMARY KEY (complaint_id, sequence)
);
CREATE INDEX closings_by_time ON analytics.closings (at);`;

/**
 * Who belonged to which department since when, and the weights of the packs; no rebuild empties them: the topic of the
 * directory keeps the present only. Who has left keeps the team of the time.
 */
const ORGANISATION = `
CREATE TABLE analytics.team_members (
  person_id uuid NOT NULL,
  version integer NOT NULL,
  since timestamptz NOT NULL,
  department_id text NOT NULL,
  PRIMARY KEY (person_id, version)
);
CREATE TABLE analytics.kpi_weights (
  sequence integer PRIMARY KEY,
  department_id text,
  active_from timestamptz NOT NULL,
  weights jsonb
);
CREATE FUNCTION analytics.team_of(person uuid, moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT department_id FROM analytics.team_members WHERE person_id = person
  ORDER BY since <= moment DESC, CASE WHEN since <= moment THEN since END DESC, since, version DESC LIMIT 1
$$;`;

/**
 * What counts in none is told by the last closing, as long as the complaint stands closed: a merger that was undone
 * counts again. A duty that was given up after it had fallen due was due, and not met in time. Who answers a survey before
 * it was sent was asked by that.
 */
const COUNTED = `
DROP VIEW analytics.counted_follow_ups;
DROP VIEW analytics.counted_sendings;
DROP VIEW analytics.counted_surveys;
DROP VIEW analytics.counted_closings;
DROP VIEW analytics.counted_duties;
DROP VIEW analytics.counted_complaints;
ALTER TABLE analytics.rounds DROP COLUMN counts, DROP COLUMN resolved, DROP COLUMN owner_when_closed,
  DROP COLUMN department_when_closed;

CREATE VIEW analytics.counted_complaints AS
SELECT complaint.id, complaint.round, complaint.stage IN ('closed', 'ended') AS stands_closed
FROM analytics.complaints AS complaint
LEFT JOIN LATERAL (SELECT counts FROM analytics.closings AS closing WHERE closing.complaint_id = complaint.id
                   ORDER BY sequence DESC LIMIT 1) AS last ON true
WHERE NOT complaint.drill AND (complaint.stage NOT IN ('closed', 'ended') OR last.counts IS NOT FALSE);

CREATE VIEW analytics.counted_duties AS
SELECT duty.complaint_id, duty.holder_id AS person_id, duty.department_id,
  CASE WHEN duty.asked THEN duty.department_id ELSE analytics.team_of(duty.holder_id, duty.due_at) END AS team_id,
  duty.due_at, duty.verdict
FROM analytics.duties AS duty
JOIN analytics.counted_complaints AS complaint ON complaint.id = duty.complaint_id
WHERE duty.kind IN ('respond', 'solve', 'request')
  AND (duty.verdict IS DISTINCT FROM 'dropped' OR duty.ended_at > duty.due_at);

CREATE VIEW analytics.counted_closings AS
SELECT closing.complaint_id, who.person_id, who.department_id, analytics.team_of(who.person_id, closing.at) AS team_id,
  closing.at AS closed_at,
  closing.resolved AND complaint.stands_closed AND complaint.round = closing.round AS for_good,
  closing.resolved AND complaint.stands_closed AND complaint.round = 1 AS first_round
FROM analytics.closings AS closing
JOIN analytics.counted_complaints AS complaint ON complaint.id = closing.complaint_id
LEFT JOIN analytics.rounds AS round ON round.complaint_id = closing.complaint_id AND round.round = closing.round
CROSS JOIN LATERAL (
  SELECT CASE WHEN round.told_at IS NULL THEN closing.owner_id ELSE round.owner_when_told END AS person_id,
    CASE WHEN round.told_at IS NULL THEN closing.department_id ELSE round.department_when_told END AS department_id
) AS who
WHERE closing.counts;

CREATE VIEW analytics.counted_surveys AS
SELECT DISTINCT ON (survey.complaint_id) survey.complaint_id, told.person_id, told.department_id,
  analytics.team_of(told.person_id, survey.at) AS team_id, survey.at AS answered_at, survey.result
FROM analytics.surveys AS survey
JOIN analytics.counted_complaints AS complaint ON complaint.id = survey.complaint_id
LEFT JOIN LATERAL analytics.told_before(survey.complaint_id, survey.at) AS told ON true
ORDER BY survey.complaint_id, survey.at DESC, survey.sequence DESC;

CREATE VIEW analytics.asked_surveys AS
SELECT asked.complaint_id, asked.at,
  asked.code = 'surveyed' OR asked.after IS NOT DISTINCT FROM 'surveyed' AS answered
FROM (
  SELECT complaint_id, at, code, lag(code) OVER of_complaint AS before, lead(code) OVER of_complaint AS after
  FROM analytics.happenings WHERE code IN ('told', 'survey-sent', 'surveyed')
  WINDOW of_complaint AS (PARTITION BY complaint_id ORDER BY sequence)
) AS asked
WHERE asked.code = 'survey-sent' OR (asked.code = 'surveyed' AND asked.before IS DISTINCT FROM 'survey-sent');

CREATE VIEW analytics.counted_sendings AS
SELECT asked.complaint_id, told.person_id, told.department_id, analytics.team_of(told.person_id, asked.at) AS team_id,
  asked.at AS sent_at, asked.answered
FROM analytics.asked_surveys AS asked
JOIN analytics.counted_complaints AS complaint ON complaint.id = asked.complaint_id
LEFT JOIN LATERAL analytics.told_before(asked.complaint_id, asked.at) AS told ON true;

CREATE VIEW analytics.counted_follow_ups AS
SELECT follow_up.complaint_id, told.person_id, told.department_id,
  analytics.team_of(told.person_id, follow_up.at) AS team_id, follow_up.at AS checked_at, follow_up.solved
FROM analytics.follow_ups AS follow_up
JOIN analytics.counted_complaints AS complaint ON complaint.id = follow_up.complaint_id
LEFT JOIN LATERAL analytics.told_before(follow_up.complaint_id, follow_up.at) AS told ON true;`;
