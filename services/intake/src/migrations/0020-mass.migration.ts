import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mass complaints: what is proposed as one, and who follows which lead (INT-4). */
export class Mass1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE intake.mass_candidates (
        id uuid PRIMARY KEY,
        complaint_ids uuid[] NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        lead_id uuid REFERENCES intake.complaints (id)
      )`);
    await runner.query(`
      CREATE TABLE intake.mass_members (
        complaint_id uuid NOT NULL REFERENCES intake.complaints (id),
        lead_id uuid NOT NULL REFERENCES intake.complaints (id),
        joined_at timestamptz NOT NULL,
        left_at timestamptz,
        PRIMARY KEY (complaint_id, joined_at)
      )`);
    await runner.query(`ALTER TABLE intake.directory_departments ADD COLUMN parent_code text`);
    await runner.query(`ALTER TABLE intake.search_entries ADD COLUMN described bigint[] NOT NULL DEFAULT '{}'`);
    await runner.query(`CREATE INDEX ON intake.mass_members (lead_id) WHERE left_at IS NULL`);
    await runner.query(`CREATE INDEX ON intake.mass_candidates USING gin (complaint_ids)`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
