import { looksTable } from '@redress/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is complained of in a complaint and sees no more of it (PRC-3), and who looked at restricted ones (INT-7). */
export class Looks1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONCERNED);
    await runner.query(looksTable('analytics'));
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CONCERNED = `ALTER TABLE analytics.complaints ADD COLUMN concerned uuid[] NOT NULL DEFAULT '{}'`;
