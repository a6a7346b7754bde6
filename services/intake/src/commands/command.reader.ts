import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { CaseAccess } from '../register/case.access.ts';
import { refusalError } from './command.door.ts';
import { CommandRepository } from './command.repository.ts';
import type { CommandView } from './command.view.ts';

/** Reads what became of a command, for who may read its complaint. */
@Injectable()
export class CommandReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(CaseAccess) private readonly access: CaseAccess,
  ) {}

  async read(commandId: string, actor: Actor): Promise<CommandView> {
    const command = await this.commands.find(this.database, commandId);
    if (command === null) throw refusalError({ code: 'not-visible', facts: {} });
    await this.access.read(this.database, command.complaintId, actor, 'command');
    return { commandId, outcome: command.outcome };
  }
}
