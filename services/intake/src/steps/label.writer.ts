import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Restricted } from '@redress/policy';

/** Puts the label `restricted` on what leaves ordinary hands: readers without the grant find none of it (INT-7, INT-15). */
@Injectable()
export class LabelWriter {
  /** All of the complaint, these matters with what was said and done about them, or what the step itself says; `textIds` are its texts. */
  async restrict(
    tx: Tx,
    complaintId: string,
    what: Restricted,
    { step, textIds }: { readonly step: number; readonly textIds: readonly string[] },
  ): Promise<void> {
    if (what === 'this-step') return this.restrictStep(tx, complaintId, step, textIds);
    const all = what === 'all';
    const matters = all ? [] : what;
    await tx.query(`UPDATE intake.complaints SET access = 'restricted' WHERE id = $1 AND $2`, [complaintId, all]);
    await tx.query(
      `UPDATE intake.matters SET access = 'restricted' WHERE complaint_id = $1 AND ($2 OR id = ANY($3::uuid[]))`,
      [complaintId, all, matters],
    );
    for (const table of ['timeline', 'corrections']) {
      await tx.query(
        `UPDATE intake.${table} SET access = 'restricted' WHERE complaint_id = $1 AND ($2 OR matter_id = ANY($3::uuid[]))`,
        [complaintId, all, matters],
      );
    }
    await tx.query(
      `UPDATE intake.texts SET access = 'restricted'
       WHERE complaint_id = $1 AND ($2 OR matter_id = ANY($3::uuid[]) OR id = ANY($4::uuid[]) OR id IN (
         SELECT unnest(text_ids) FROM intake.timeline WHERE complaint_id = $1 AND matter_id = ANY($3::uuid[])))`,
      [complaintId, all, matters, textIds],
    );
  }

  private async restrictStep(tx: Tx, complaintId: string, step: number, textIds: readonly string[]): Promise<void> {
    await tx.query(`UPDATE intake.timeline SET access = 'restricted' WHERE complaint_id = $1 AND step = $2`, [
      complaintId,
      step,
    ]);
    await tx.query(`UPDATE intake.texts SET access = 'restricted' WHERE complaint_id = $1 AND id = ANY($2::uuid[])`, [
      complaintId,
      textIds,
    ]);
  }
}
