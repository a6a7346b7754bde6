import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDS = `
ALTER TABLE intake.packs
  ADD COLUMN author_id uuid,
  ADD COLUMN approver_id uuid,
  ADD COLUMN approved_at timestamptz;
ALTER TABLE intake.pack_activations ADD COLUMN activated_by uuid;
CREATE TABLE intake.pack_moves (
  id uuid PRIMARY KEY,
  to_hash text REFERENCES intake.packs,
  reverses uuid UNIQUE REFERENCES intake.pack_moves,
  moved_by uuid NOT NULL,
  moved_at timestamptz NOT NULL
);
CREATE TABLE intake.pack_move_items (
  move_id uuid NOT NULL REFERENCES intake.pack_moves,
  complaint_id uuid NOT NULL REFERENCES intake.complaints,
  from_hash text NOT NULL,
  to_hash text NOT NULL,
  command_id uuid NOT NULL,
  PRIMARY KEY (move_id, complaint_id)
);
ALTER TABLE intake.complaints ADD COLUMN grading_facts jsonb NOT NULL DEFAULT '{}';`;

/** Who wrote and who approved a pack, who moved complaints to another one, and what each complaint was graded by. */
export class PackRecords1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORDS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
