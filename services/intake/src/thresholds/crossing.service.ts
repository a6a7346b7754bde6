import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { CrossingRepository, type CrossingRow } from './crossing.repository.ts';
import type { ReviewBody } from './crossing.views.ts';

/** What people do about a crossing: one of the pack's choices, once, and afterwards its causes and measures. */
@Injectable()
export class CrossingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(CrossingRepository) private readonly crossings: CrossingRepository,
  ) {}

  async choose(id: string, choice: string, actor: Actor): Promise<void> {
    await this.database.tx(async (tx) => {
      const { threshold, choice: taken } = await this.openTo(tx, id, actor);
      if (taken !== null) throw new RefusalError(409, { code: 'already-chosen', facts: { choice: taken } });
      if (!threshold.choices.some(({ code }) => code === choice))
        throw new RefusalError(422, {
          code: 'no-such-choice',
          facts: { choices: threshold.choices.map(({ code }) => code).join(',') },
        });
      await this.crossings.choose(tx, id, choice, actor.id, await this.clock.now(tx));
    });
  }

  async review(id: string, body: ReviewBody, actor: Actor): Promise<void> {
    await this.database.tx(async (tx) => {
      await this.openTo(tx, id, actor);
      await this.crossings.review(tx, id, body, actor.id, await this.clock.now(tx));
    });
  }

  /** For who was told of it, or coordinates; for others it is not there. */
  private async openTo(tx: Tx, id: string, actor: Actor): Promise<CrossingRow> {
    const row = await this.crossings.lock(tx, id);
    const its = row !== null && (row.told.includes(actor.id) || actor.capabilities.includes('coordinate'));
    if (!its) throw new RefusalError(404, { code: 'no-such-crossing' });
    return row;
  }
}
