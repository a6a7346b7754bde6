import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That nobody had chosen in time is told once (WRK-21); of what was crossed before this was known nobody hears any more. */
export class LateChoices1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE intake.crossings ADD COLUMN late_told_at timestamptz;
UPDATE intake.crossings SET late_told_at = choice_due_at;
CREATE INDEX crossings_awaiting_choice ON intake.crossings (choice_due_at)
  WHERE choice IS NULL AND cleared_at IS NULL AND late_told_at IS NULL;`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
