import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { thresholdStep, type Actor, type Instant, type Threshold } from '@redress/policy';
import { DomainClock, InputError, RefusalError } from '@redress/service-kit';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { CrossingNotices } from './crossing.notices.ts';
import { CrossingRepository, type Spot } from './crossing.repository.ts';
import type { MeasureAnswer, MeasureBody } from './measure.views.ts';

/** Takes a measured value in, once: a crossing is stored, and told to whom the pack names, in one transaction (WRK-21). */
@Injectable()
export class MeasureService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(CrossingRepository) private readonly crossings: CrossingRepository,
    @Inject(CrossingNotices) private readonly notices: CrossingNotices,
  ) {}

  /** Throws RefusalError for what no threshold of the pack in force asks for. */
  take(body: MeasureBody, actor: Actor): Promise<MeasureAnswer> {
    return this.database.tx(async (tx) => {
      const now = await this.clock.now(tx);
      const at = body.at ?? now;
      if (at > now) throw new InputError([{ path: 'at', message: 'lies in the future' }]);
      const departmentId = await this.departmentOf(tx, body, actor);
      const thresholds = await this.thresholdsOn(tx, body, departmentId, now);
      const spot = { departmentId, place: body.place ?? '', item: body.item ?? '' };
      const counted = await this.crossings.measured(tx, spot, body, at);
      return counted ? this.judge(tx, thresholds, spot, body.value, at, now) : { counted, crossed: [], cleared: [] };
    });
  }

  private async judge(
    tx: Tx,
    thresholds: readonly Threshold[],
    spot: Spot,
    value: number,
    at: Instant,
    now: Instant,
  ): Promise<MeasureAnswer> {
    const done = { crossed: [] as string[], cleared: [] as string[] };
    for (const threshold of thresholds) {
      const standing = await this.crossings.standing(tx, spot, threshold.code);
      const step = thresholdStep(threshold, standing !== null, value);
      if (step === 'clears' && standing !== null) {
        await this.crossings.clear(tx, standing, at);
        done.cleared.push(standing);
      }
      if (step !== 'crosses') continue;
      const told = await this.notices.peopleFor(tx, threshold.tells, spot.departmentId);
      const id = await this.crossings.insert(tx, { spot, threshold, value, at, told });
      await this.notices.tell(tx, id, `threshold-${threshold.code}`, told, now);
      done.crossed.push(id);
    }
    return { counted: true, ...done };
  }

  private async departmentOf(tx: Tx, { departmentId = undefined }: MeasureBody, actor: Actor): Promise<string> {
    const code = departmentId ?? actor.departmentId;
    if (code === null || !(await this.directory.hasDepartment(tx, code)))
      throw new InputError([{ path: 'departmentId', message: 'is no department of the directory' }]);
    return code;
  }

  private async thresholdsOn(
    tx: Tx,
    { measure, item }: MeasureBody,
    departmentId: string,
    now: Instant,
  ): Promise<Threshold[]> {
    const pinned = await this.packs.inForce(tx, now, departmentId);
    if (pinned === null) throw new RefusalError(503, { code: 'no-pack-in-force' }, { 'retry-after': '5' });
    const asking = (pinned.pack.thresholds ?? []).filter((threshold) => threshold.measure === measure);
    if (asking.length === 0) throw new RefusalError(422, { code: 'no-such-measure', facts: { measure } });
    if (item === undefined && asking.some(({ per }) => per === 'item'))
      throw new InputError([{ path: 'item', message: 'is needed: the policy counts by item' }]);
    return asking;
  }
}
