import { outboxTables, personKeyTable } from '@redress/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Causes, actions and what this service knows of complaints and people. */
export class Improvement1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('improvement'));
    await runner.query(personKeyTable('improvement'));
    await runner.query(PROJECTIONS);
    await runner.query(ACTIONS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Can be dropped and built again from the facts. */
const PROJECTIONS = `
CREATE TABLE improvement.complaints (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  access text NOT NULL,
  drill boolean NOT NULL,
  level text NOT NULL,
  categories text[] NOT NULL DEFAULT '{}',
  last_sequence integer NOT NULL
);
CREATE TABLE improvement.causes (
  complaint_id uuid NOT NULL REFERENCES improvement.complaints,
  round integer NOT NULL,
  cause text NOT NULL,
  department_id text NOT NULL,
  analysed_at timestamptz(3) NOT NULL,
  sequence integer NOT NULL,
  PRIMARY KEY (complaint_id, round)
);
CREATE INDEX causes_newest ON improvement.causes (analysed_at DESC, complaint_id DESC);
CREATE INDEX causes_by_cause ON improvement.causes (cause, analysed_at);
CREATE TABLE improvement.people (
  id uuid PRIMARY KEY,
  department_id text NOT NULL,
  backup_id uuid,
  on_duty boolean NOT NULL,
  version integer NOT NULL
);
CREATE TABLE improvement.departments (
  code text PRIMARY KEY,
  head_id uuid,
  version integer NOT NULL
);`;

/** A complaint may be known to its action before its own facts have arrived: no foreign key. */
const ACTIONS = `
CREATE TABLE improvement.actions (
  id uuid PRIMARY KEY,
  complaint_id uuid,
  source text NOT NULL,
  kind text NOT NULL,
  cause text,
  stage text NOT NULL CHECK (stage IN ('open', 'done', 'judging', 'adjusting', 'closed')),
  round integer NOT NULL,
  owner_id uuid NOT NULL,
  department_id text NOT NULL,
  planned_by uuid,
  planned_at timestamptz(3) NOT NULL,
  clock_from timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  follow_up_at timestamptz(3) NOT NULL,
  owed_at timestamptz(3),
  done_at timestamptz(3),
  closed_at timestamptz(3),
  sequence integer NOT NULL,
  next_due_at timestamptz(3)
);
CREATE INDEX actions_by_date ON improvement.actions (due_at, id);
CREATE INDEX actions_of_owner ON improvement.actions (owner_id, due_at, id);
CREATE INDEX actions_of_complaint ON improvement.actions (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX actions_due ON improvement.actions (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE TABLE improvement.rungs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action_id uuid NOT NULL REFERENCES improvement.actions,
  code text NOT NULL,
  fires_at timestamptz(3) NOT NULL,
  fired_at timestamptz(3)
);
CREATE INDEX rungs_to_fire ON improvement.rungs (action_id, fires_at) WHERE fired_at IS NULL;
CREATE TABLE improvement.texts (
  id uuid PRIMARY KEY,
  action_id uuid NOT NULL REFERENCES improvement.actions,
  key_id uuid NOT NULL,
  field text NOT NULL,
  sealed bytea NOT NULL,
  place bigint NOT NULL GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX texts_of_action ON improvement.texts (action_id, place);
CREATE TABLE improvement.entries (
  action_id uuid NOT NULL REFERENCES improvement.actions,
  sequence integer NOT NULL,
  at timestamptz(3) NOT NULL,
  happening text NOT NULL,
  code text NOT NULL,
  detail jsonb NOT NULL,
  actor_id uuid,
  text_id uuid REFERENCES improvement.texts,
  request_id uuid UNIQUE,
  request_hash bytea,
  PRIMARY KEY (action_id, sequence)
);`;
