import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { DomainClock } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { SystemCommands, type SystemCommand } from '../commands/system.commands.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';

/** Who is away, and who takes it where somebody is named. */
export interface Away {
  readonly personId: string;
  readonly to: string | null;
}

/** Writes what an absence asks of a complaint: a command of the product itself, in the caller's transaction (WRK-3). */
@Injectable()
export class AwayWriter {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(SystemCommands) private readonly commands: SystemCommands,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(DomainClock) private readonly clock: DomainClock,
  ) {}

  /**
   * Under the lock of the case, if the person is still named on it. A backup who is away too is taken off first, so that
   * the work goes to somebody who is there. `cause` is an event: the same one asks once.
   */
  async write(tx: Tx, complaintId: string, away: Away, cause: string): Promise<void> {
    const file = await this.cases.lock(tx, complaintId);
    const { owner = null, backup = null } = file?.state ?? {};
    if (file === null || ![owner, backup].includes(away.personId)) return;
    const backupIsAway = owner === away.personId && away.to === null && (await this.isAway(tx, backup));
    if (backupIsAway && backup !== null) await this.insert(tx, file, { personId: backup, to: null }, cause);
    await this.insert(tx, file, away, cause);
  }

  private async isAway(tx: Tx, personId: string | null): Promise<boolean> {
    return personId !== null && (await this.directory.absentOf(tx, [personId])).length > 0;
  }

  private async insert(tx: Tx, file: CaseFile, { personId, to }: Away, cause: string): Promise<void> {
    const facts: SystemCommand['facts'] = to === null ? { personId } : { personId, to };
    const id = uuid5(`${cause}/${personId}`, file.id);
    await this.commands.give(tx, { id, complaintId: file.id, name: 'ownerAway', facts, at: await this.clock.now(tx) });
  }
}
