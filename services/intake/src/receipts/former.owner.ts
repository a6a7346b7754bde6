import { Inject, Injectable } from '@nestjs/common';
import type { RegisterComplaint } from '@redress/contracts';
import type { Tx } from '@redress/db';
import type { AssignmentAsks } from '@redress/policy';
import { LookupHashes } from '../persons/lookup.hashes.ts';

/** What a complaint asks of the people who get it (WRK-2). Call before its own complainant is stored. */
@Injectable()
export class FormerOwner {
  constructor(@Inject(LookupHashes) private readonly hashes: LookupHashes) {}

  async asksOf(tx: Tx, receipt: RegisterComplaint): Promise<AssignmentAsks> {
    return { skills: skillsOf(receipt), formerOwner: await this.ownerFor(tx, receipt) };
  }

  /** Who owned the last complaint of somebody with the same number or mail address. A drill is about nobody (IMP-22). */
  private async ownerFor(tx: Tx, { complainant, drill }: RegisterComplaint): Promise<string | null> {
    const hashes = Object.entries(complainant).flatMap(([field, value]) => {
      const hash = typeof value === 'string' ? this.hashes.ofField(field, value) : null;
      return hash === null ? [] : [hash];
    });
    if (hashes.length === 0) return null;
    const [found] = await tx.query<{ owner_id: string }>(
      `SELECT owner_id FROM intake.complaints
       WHERE owner_id IS NOT NULL AND drill = $2
         AND person_id IN (SELECT person_id FROM intake.complainant_hashes WHERE hash = ANY($1))
       ORDER BY received_at DESC, id DESC LIMIT 1`,
      [hashes, drill],
    );
    return found?.owner_id ?? null;
  }
}

function skillsOf({ matters, language, channel }: RegisterComplaint): string[] {
  const categories = new Set(matters.map(({ category }) => `category:${category}`));
  return [...categories, `language:${language}`, `channel:${channel}`];
}
