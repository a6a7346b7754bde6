import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of complaints: everything here can be dropped and built again from the facts. */
export class Figures1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKING);
    await runner.query(COMPLAINTS);
    await runner.query(COURSE);
    await runner.query(COUNTED);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** What was taken, and as which generation of the group; `happenings` is the base of the daily figures. */
const TAKING = `
CREATE TABLE analytics.generation (
  id integer PRIMARY KEY CHECK (id = 1),
  number integer NOT NULL CHECK (number > 0)
);
INSERT INTO analytics.generation (id, number) VALUES (1, 1);
CREATE TABLE analytics.inbox (
  consumer text NOT NULL,
  event_id text NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer, event_id)
);
CREATE TABLE analytics.happenings (
  complaint_id uuid NOT NULL,
  sequence integer NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL,
  department_id text NOT NULL,
  PRIMARY KEY (complaint_id, sequence)
);
CREATE INDEX happenings_by_time ON analytics.happenings (at, code);`;

const COMPLAINTS = `
CREATE TABLE analytics.complaints (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  access text NOT NULL,
  drill boolean NOT NULL,
  stage text NOT NULL,
  round integer NOT NULL,
  level text NOT NULL,
  class text NOT NULL,
  serious boolean NOT NULL,
  department_id text NOT NULL,
  owner_id uuid,
  backup_id uuid,
  channel text,
  categories text[] NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL,
  registered_at timestamptz,
  acknowledged_at timestamptz,
  ended_at timestamptz,
  reopened integer NOT NULL DEFAULT 0,
  returned integer NOT NULL DEFAULT 0,
  escalated integer NOT NULL DEFAULT 0,
  warned integer NOT NULL DEFAULT 0,
  last_sequence integer NOT NULL,
  messages integer NOT NULL,
  gaps integer NOT NULL DEFAULT 0,
  filled integer NOT NULL DEFAULT 0
);
CREATE INDEX complaints_newest ON analytics.complaints (received_at DESC, id DESC);
CREATE INDEX complaints_by_department ON analytics.complaints (department_id, received_at DESC, id DESC);
CREATE INDEX complaints_by_owner ON analytics.complaints (owner_id, received_at DESC, id DESC);
CREATE INDEX complaints_open ON analytics.complaints (stage) WHERE stage NOT IN ('closed', 'ended');
CREATE INDEX complaints_with_gaps ON analytics.complaints (id) WHERE gaps > filled;`;

const COURSE = `
CREATE TABLE analytics.rounds (
  complaint_id uuid NOT NULL,
  round integer NOT NULL,
  told_at timestamptz,
  owner_when_told uuid,
  department_when_told text,
  closed_at timestamptz,
  closing text,
  owner_when_closed uuid,
  department_when_closed text,
  counts boolean,
  resolved boolean,
  PRIMARY KEY (complaint_id, round)
);
CREATE INDEX rounds_by_closing ON analytics.rounds (closed_at);
CREATE TABLE analytics.duties (
  complaint_id uuid NOT NULL,
  duty_id text NOT NULL,
  kind text NOT NULL,
  due_at timestamptz NOT NULL,
  verdict text CHECK (verdict IN ('in-time', 'late', 'dropped')),
  holder_id uuid,
  department_id text NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (complaint_id, duty_id)
);
CREATE INDEX duties_by_due ON analytics.duties (due_at);
CREATE INDEX duties_open ON analytics.duties (complaint_id) WHERE verdict IS NULL;
CREATE TABLE analytics.rungs (
  complaint_id uuid NOT NULL,
  duty_id text NOT NULL,
  rung text NOT NULL,
  warning boolean NOT NULL,
  due_at timestamptz NOT NULL,
  fired_for timestamptz NOT NULL,
  PRIMARY KEY (complaint_id, duty_id, rung, warning)
);`;

/** What the KPIs of IMP-2 count: no drills, and nothing of a complaint that was closed in a way that counts in none. */
const COUNTED = `
CREATE VIEW analytics.counted_complaints AS
SELECT complaint.id, complaint.round
FROM analytics.complaints AS complaint
LEFT JOIN analytics.rounds AS round ON round.complaint_id = complaint.id AND round.round = complaint.round
WHERE NOT complaint.drill AND round.counts IS NOT FALSE;

CREATE VIEW analytics.counted_duties AS
SELECT duty.complaint_id, duty.holder_id AS person_id, duty.department_id, duty.due_at, duty.verdict
FROM analytics.duties AS duty
JOIN analytics.counted_complaints AS complaint ON complaint.id = duty.complaint_id
WHERE duty.kind IN ('respond', 'solve') AND duty.verdict IS DISTINCT FROM 'dropped';

CREATE VIEW analytics.counted_closings AS
SELECT round.complaint_id, coalesce(round.owner_when_told, round.owner_when_closed) AS person_id,
  coalesce(round.department_when_told, round.department_when_closed) AS department_id, round.closed_at,
  round.resolved AND complaint.round = round.round AS for_good
FROM analytics.rounds AS round
JOIN analytics.counted_complaints AS complaint ON complaint.id = round.complaint_id
WHERE round.closed_at IS NOT NULL AND round.counts;`;
