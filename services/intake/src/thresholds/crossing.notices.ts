import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, ThresholdTells } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { DirectoryRepository } from '../directory/directory.repository.ts';

/** Tells people of a crossing: those of the place where it is, else everybody who holds the role. */
@Injectable()
export class CrossingNotices {
  constructor(@Inject(DirectoryRepository) private readonly directory: DirectoryRepository) {}

  async peopleFor(tx: Tx, tells: readonly ThresholdTells[], departmentId: string): Promise<string[]> {
    const found: string[] = [];
    for (const one of tells)
      found.push(
        ...(one.kind === 'role' ? await this.holders(tx, one.role, departmentId) : await this.head(tx, departmentId)),
      );
    return [...new Set(found)];
  }

  /** The head of the place, then those of the departments above it. */
  headsAbove(tx: Tx, departmentId: string): Promise<string[]> {
    return this.directory.headsUpward(tx, departmentId);
  }

  async tell(tx: Tx, crossingId: string, code: string, people: readonly string[], at: Instant): Promise<void> {
    for (const personId of people)
      await tx.query(`INSERT INTO intake.notices (id, person_id, crossing_id, code, at) VALUES ($1, $2, $3, $4, $5)`, [
        ...[uuid5(`${code}/${personId}`, crossingId), personId, crossingId, code, at],
      ]);
  }

  private async holders(tx: Tx, role: string, departmentId: string): Promise<string[]> {
    const all = await this.directory.holdersWithDepartment(tx, role);
    const own = all.filter((holder) => holder.departmentId === departmentId);
    return (own.length > 0 ? own : all).map(({ id }) => id);
  }

  private async head(tx: Tx, departmentId: string): Promise<string[]> {
    const head = await this.directory.headOf(tx, departmentId);
    return head === null ? [] : [head];
  }
}
