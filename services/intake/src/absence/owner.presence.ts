import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { AwayWriter } from './away.writer.ts';

/**
 * The other half of an absence (WRK-3): the work that comes to somebody just as they go. A step that has moved ownership
 * holds the new owner's row, so that either it sees the absence here, or the absence sees the complaint among the cases
 * that it moves.
 */
@Injectable()
export class OwnerPresence {
  constructor(
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(AwayWriter) private readonly away: AwayWriter,
  ) {}

  /**
   * After a step of the product's own, when the case is stored: what a person decides by name stands. Where backup and
   * head are away as well, moving it would help nobody.
   */
  async look(tx: Tx, before: CaseFile, file: CaseFile): Promise<void> {
    const { owner, backup, head } = file.state;
    if (owner === null || owner === before.state.owner) return;
    if ((await this.directory.holdOnDuty(tx, owner)) !== false) return;
    const others = [backup, head].filter((person) => person !== null && person !== owner) as string[];
    const absent = await this.directory.absentOf(tx, others);
    if (others.length === absent.length) return;
    await this.away.write(tx, file.id, { personId: owner, to: null }, `step/${file.step}`);
  }
}
