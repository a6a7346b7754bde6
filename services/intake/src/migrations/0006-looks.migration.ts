import { looksTable } from '@redress/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at restricted cases (INT-7). */
export class Looks1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(looksTable('intake'));
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
