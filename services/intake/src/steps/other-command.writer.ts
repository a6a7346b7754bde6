import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Actor, Instant, OtherCommand } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { CommandRepository } from '../commands/command.repository.ts';
import type { CaseFile } from '../register/case-file.ts';

/** The product itself, where it acts on another complaint. */
export const SYSTEM_ACTOR: Actor = {
  id: '00000000-0000-4000-8000-000000000000',
  kind: 'system',
  roles: [],
  capabilities: [],
  departmentId: null,
  limits: null,
};

/** What a step brings about in another complaint: a command there, in the same transaction (PRC-13). */
@Injectable()
export class OtherCommandWriter {
  constructor(@Inject(CommandRepository) private readonly commands: CommandRepository) {}

  /** Its id comes from the step, so that the step written twice brings it about once. */
  async write(tx: Tx, file: CaseFile, at: Instant, others: readonly OtherCommand[]): Promise<void> {
    for (const { complaintId, name, facts } of others) {
      const command = {
        id: uuid5(`${file.step}/${name}/${complaintId}`, file.id),
        complaintId,
        name,
        facts: { ...facts, from: file.id },
        textIds: [],
        bodyHash: Buffer.alloc(0),
        actor: SYSTEM_ACTOR,
        expectedRevision: null,
        acceptedAt: at,
      };
      await this.commands.insert(tx, command, 0);
    }
  }
}
