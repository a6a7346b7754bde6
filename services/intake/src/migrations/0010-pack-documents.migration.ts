import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text that a pack was compiled from, so that another may extend it and people can read what is in force. */
export class PackDocuments1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE intake.packs ADD COLUMN document text`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
