import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Actor, CommandName, Instant, Json } from '@redress/policy';
import { CommandRepository } from './command.repository.ts';

/** A command that the product itself gives; the same id is given once. */
export interface SystemCommand {
  readonly id: string;
  readonly complaintId: string;
  readonly name: CommandName;
  readonly facts: Readonly<Record<string, Json>>;
  readonly at: Instant;
}

/** The product itself, where it acts on a complaint. */
const PRODUCT: Actor = {
  id: '00000000-0000-4000-8000-000000000000',
  kind: 'system',
  roles: [],
  capabilities: [],
  departmentId: null,
  limits: null,
};

/** Writes the product's own commands into the queues of complaints. */
@Injectable()
export class SystemCommands {
  constructor(@Inject(CommandRepository) private readonly commands: CommandRepository) {}

  /** In the caller's transaction, who holds the lock of the case. False where this one has been given already. */
  async give(tx: Tx, { id, complaintId, name, facts, at }: SystemCommand): Promise<boolean> {
    if ((await this.commands.find(tx, id)) !== null) return false;
    const row = {
      id,
      complaintId,
      name,
      facts,
      textIds: [],
      bodyHash: Buffer.alloc(0),
      expectedRevision: null,
    } as const;
    await this.commands.insert(tx, { ...row, actor: PRODUCT, acceptedAt: at }, 0);
    return true;
  }
}
