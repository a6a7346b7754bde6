import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** Shared by every effect, held alone by a rebuild: no effect of the old generation lands in the emptied tables. */
const REBUILD_LOCK = 7_130_110;

const TABLES = [
  ...['inbox', 'happenings', 'complaints', 'rounds', 'duties', 'rungs', 'surveys', 'follow_ups', 'closings'],
].map((table) => `analytics.${table}`);

/** Which generation of the read model is being built. */
@Injectable()
export class GenerationRepository {
  async current(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ number: number }>(`SELECT number FROM analytics.generation WHERE id = 1`);
    if (row === undefined) throw new Error('the generation is written by the first migration');
    return row.number;
  }

  /** True when `generation` is the current one, and it stays so until the transaction ends. */
  async holds(tx: Tx, generation: number): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared($1)`, [REBUILD_LOCK]);
    return (await this.current(tx)) === generation;
  }

  /** Empties the read model and answers the generation that fills it again. */
  async begin(tx: Tx): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock($1)`, [REBUILD_LOCK]);
    await tx.query(`UPDATE analytics.generation SET number = number + 1 WHERE id = 1`);
    await tx.query(`TRUNCATE ${TABLES.join(', ')}`);
    return this.current(tx);
  }
}
