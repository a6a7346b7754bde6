import type { Database, Tx } from '@redress/db';
import { toldWhenLate } from '@redress/policy';
import { PeriodicSweep, type DomainClock, type ServiceLog } from '@redress/service-kit';
import type { CrossingNotices } from './crossing.notices.ts';
import type { CrossingRepository } from './crossing.repository.ts';

/** Machine time: how soon a moved domain clock is noticed. One look reads an index that is nearly always empty. */
const LOOK_EVERY_MS = 250;

/** What the watch looks at. */
export interface ChoiceParts {
  readonly database: Database;
  readonly clock: DomainClock;
  readonly crossings: CrossingRepository;
  readonly notices: CrossingNotices;
}

/** Tells the next above when nobody has chosen in time what to do about a crossing that still stands (WRK-21). */
export class ChoiceWatch extends PeriodicSweep {
  constructor(
    private readonly parts: ChoiceParts,
    log: ServiceLog,
  ) {
    super(log, LOOK_EVERY_MS);
  }

  protected async wakeAll(): Promise<number> {
    let late = 0;
    while (await this.parts.database.tx((tx) => this.tellNext(tx))) late += 1;
    return late;
  }

  /** One at its very due instant; twice does no harm, since each crossing is marked in its own transaction. */
  private async tellNext(tx: Tx): Promise<boolean> {
    const { crossings, notices, clock } = this.parts;
    const late = await crossings.lockNextLate(tx, await clock.now(tx));
    if (late === null) return false;
    const { id, departmentId, threshold, told, choiceDueAt } = late;
    const named = await notices.peopleFor(tx, threshold.lateTells ?? [], departmentId);
    const people = toldWhenLate(told, named, await notices.headsAbove(tx, departmentId));
    await crossings.lateTold(tx, id, people, choiceDueAt);
    await notices.tell(tx, id, `threshold-${threshold.code}-late`, people, choiceDueAt);
    return true;
  }
}
