import { Injectable } from '@nestjs/common';
import type { ActionReply } from '@redress/contracts/action-workflow';
import { Database, type Tx } from '@redress/db';
import { DomainClock } from '@redress/service-kit';
import type { Action } from '../actions/action.ts';
import { firing, type ActionPlaces } from '../actions/action.clocks.ts';
import { ActionRepository } from '../actions/action.repository.ts';
import { ActionWriter } from '../actions/action.writer.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';

/** Fires what the domain clock says has passed, in due order, each at its own instant and once (IMP-10, IMP-11). */
@Injectable()
export class ActionDueFirer {
  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly actions: ActionRepository,
    private readonly writer: ActionWriter,
    private readonly directory: DirectoryRepository,
  ) {}

  /** Null when there is no such action. */
  fire(actionId: string): Promise<ActionReply | null> {
    return this.database.tx(async (tx) => {
      let action = await this.actions.lock(tx, actionId);
      if (action === null) return null;
      const now = await this.clock.now(tx);
      for (;;) {
        const rung = await this.actions.nextRung(tx, actionId);
        if (rung === null || rung.firesAt > now) return this.replyOf(tx, action);
        await this.actions.fire(tx, rung.id, rung.firesAt);
        const cause = { at: rung.firesAt, actorId: null, textId: null, request: null, wakes: false };
        action = await this.writer.write(tx, action, firing(action, rung, await this.placesOf(tx, action)), cause);
      }
    });
  }

  private async placesOf(tx: Tx, { ownerId, departmentId }: Action): Promise<ActionPlaces> {
    const head = await this.directory.headOf(tx, departmentId);
    return {
      ownerOnDuty: await this.directory.isOnDuty(tx, ownerId),
      headIsFree: head !== null && head !== ownerId && (await this.directory.isOnDuty(tx, head)),
    };
  }

  private async replyOf(tx: Tx, { stage, nextDueAt }: Action): Promise<ActionReply> {
    const wakeAfterMs = nextDueAt === null ? null : await this.clock.wakeAfterMs(tx, nextDueAt);
    return { closed: stage === 'closed', nextDueAt, wakeAfterMs };
  }
}
