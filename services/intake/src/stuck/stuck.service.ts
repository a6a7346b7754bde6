import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { CommandRepository, type CommandRow } from '../commands/command.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { StuckQueries } from './stuck.queries.ts';
import { StuckRepository } from './stuck.repository.ts';
import type { Dismissal, StuckAct, StuckList } from './stuck.view.ts';

/** What goes on only when a person looks at it: shown, sent again, or dismissed with a reason. */
@Injectable()
export class StuckService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(StuckQueries) private readonly queries: StuckQueries,
    @Inject(StuckRepository) private readonly stuck: StuckRepository,
  ) {}

  async list(): Promise<StuckList> {
    const [commands, parked, woken, messages] = await Promise.all([
      this.queries.commands(this.database),
      this.queries.parked(this.database),
      this.queries.woken(this.database),
      this.queries.messages(this.database),
    ]);
    return { commands, parked, woken, messages };
  }

  /** Sends a stuck command again. Throws RefusalError 404, or 409 when it is not on the list. */
  retry(commandId: string, actor: Actor): Promise<StuckAct> {
    return this.database.tx(async (tx) => {
      const { command } = await this.lock(tx, commandId);
      await this.stuck.sendAgain(tx, commandId);
      await this.note(tx, command, 'retried', actor, null);
      return { commandId, act: 'retried', attempt: command.attempt + 1 } as const;
    });
  }

  /** Takes a stuck command from the list; its fault stays its outcome. Throws as `retry`. */
  dismiss(commandId: string, { reason }: Dismissal, actor: Actor): Promise<StuckAct> {
    return this.database.tx(async (tx) => {
      const { command, file } = await this.lock(tx, commandId);
      const at = await this.clock.now(tx);
      const text = { complaintId: file.id, personId: file.personId, field: 'dismissal', authorId: actor.id, at };
      await this.stuck.dismiss(tx, commandId, at);
      await this.note(tx, command, 'dismissed', actor, await this.texts.put(tx, { ...text, words: reason }));
      return { commandId, act: 'dismissed', attempt: command.attempt };
    });
  }

  /** Has a parked row of the outbox sent again. Throws RefusalError 409 when it is not parked. */
  async unpark(outboxId: string): Promise<void> {
    if (!(await this.stuck.unpark(this.database, outboxId))) throw new RefusalError(409, { code: 'not-stuck' });
  }

  private async lock(tx: Tx, commandId: string): Promise<{ command: CommandRow; file: CaseFile }> {
    const found = await this.commands.find(tx, commandId);
    const file = found === null ? null : await this.cases.lock(tx, found.complaintId);
    if (found === null || file === null) throw new RefusalError(404, { code: 'not-visible' });
    if (!(await this.stuck.isOnList(tx, commandId))) throw new RefusalError(409, { code: 'not-stuck' });
    return { command: (await this.commands.find(tx, commandId)) ?? found, file };
  }

  private async note(
    tx: Tx,
    command: CommandRow,
    act: StuckAct['act'],
    actor: Actor,
    reasonTextId: string | null,
  ): Promise<void> {
    const { id: commandId, attempt, stuck } = command;
    const at = await this.clock.now(tx);
    await this.stuck.note(tx, { commandId, act, stuck: stuck ?? '', attempt, actorId: actor.id, at, reasonTextId });
  }
}
