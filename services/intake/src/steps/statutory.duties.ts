import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { statutoryDutiesOf, type Pack } from '@redress/policy';
import type { CaseFile } from '../register/case-file.ts';

/** Which duties the law gives on a complaint as it stands: its categories are in the register alone. */
@Injectable()
export class StatutoryDuties {
  /** Codes of the pack's statutory duties that hold. */
  async owed(tx: Tx, file: CaseFile, pack: Pack): Promise<string[]> {
    if ((pack.statutory ?? []).length === 0) return [];
    const rows = await tx.query<{ category: string }>(
      `SELECT DISTINCT category FROM intake.matters WHERE complaint_id = $1`,
      [file.id],
    );
    const categories = rows.map(({ category }) => category);
    return statutoryDutiesOf(pack, { state: file.state, categories }).map(({ code }) => code);
  }
}
