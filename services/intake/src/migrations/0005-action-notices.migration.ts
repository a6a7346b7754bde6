import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices about improvement actions, which need not belong to a complaint (IMP-10). */
export class ActionNotices1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACTION_NOTICES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** A notice is of a step, of a refused command, or of a step of an action. */
const ACTION_NOTICES = `
ALTER TABLE intake.notices
  ALTER COLUMN complaint_id DROP NOT NULL,
  ADD COLUMN action_id uuid,
  ADD COLUMN action_sequence integer,
  ADD UNIQUE (action_id, action_sequence, person_id),
  DROP CONSTRAINT notices_check,
  ADD CHECK (complaint_id IS NOT NULL OR action_id IS NOT NULL),
  ADD CHECK (step IS NOT NULL OR command_id IS NOT NULL OR action_sequence IS NOT NULL);
CREATE INDEX complaints_owned_open ON intake.complaints (owner_id, id) WHERE ended_at IS NULL;
CREATE INDEX complaints_backed_open ON intake.complaints (backup_id, id) WHERE ended_at IS NULL;`;
