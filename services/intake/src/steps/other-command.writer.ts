import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, OtherCommand } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { SystemCommands } from '../commands/system.commands.ts';
import { MassRepository } from '../mass/mass.repository.ts';
import { RemedyWords } from '../mass/remedy.words.ts';
import type { CaseFile } from '../register/case-file.ts';

/** What a step brings about in another complaint: a command there, in the same transaction (PRC-13). */
@Injectable()
export class OtherCommandWriter {
  constructor(
    @Inject(SystemCommands) private readonly commands: SystemCommands,
    @Inject(MassRepository) private readonly masses: MassRepository,
    @Inject(RemedyWords) private readonly remedies: RemedyWords,
  ) {}

  /** Its id comes from the step, so that the step written twice brings it about once. The caller holds all locks. */
  async write(tx: Tx, file: CaseFile, at: Instant, others: readonly OtherCommand[]): Promise<void> {
    for (const { complaintId, name, facts } of others) {
      const meant = complaintId === 'mass-members' ? await this.masses.membersOf(tx, file.id) : [complaintId];
      for (const id of meant) await this.insert(tx, file, at, { complaintId: id, name, facts });
    }
  }

  private async insert(tx: Tx, file: CaseFile, at: Instant, { complaintId, name, facts }: OtherCommand): Promise<void> {
    const own = name === 'massDecided' ? await this.remedies.withOwnWords(tx, facts, complaintId, at) : facts;
    await this.commands.give(tx, {
      ...{ id: uuid5(`${file.step}/${name}/${complaintId}`, file.id), complaintId, name, at },
      facts: { ...own, from: file.id },
    });
  }
}
