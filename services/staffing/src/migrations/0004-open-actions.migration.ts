import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owes which improvement action: nobody leaves with one in the own name (WRK-3). */
export class OpenActions1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_ACTIONS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const OPEN_ACTIONS = `
CREATE TABLE staffing.open_actions (
  action_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  sequence bigint NOT NULL,
  open boolean NOT NULL
);
CREATE INDEX open_actions_by_owner ON staffing.open_actions (owner_id) WHERE open;`;
