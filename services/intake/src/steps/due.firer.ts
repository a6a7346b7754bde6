import { Inject, Injectable } from '@nestjs/common';
import type { FireDueInput, PassedDuty, RegisterReply } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { ladderFor, PASSES, REPEATS, RUNS_OUT, statutoryDuty, type Instant } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { CommandRepository } from '../commands/command.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type DueRung } from './duty.repository.ts';
import { LadderClimber } from './ladder.climber.ts';
import { Replies } from './reply.ts';
import { repeatStep, surveyStep } from './rhythm.step.ts';
import { rungCause } from './rung.cause.ts';
import { statutoryPassedStep } from './statutory.step.ts';
import { StepWriter } from './step.writer.ts';

/** Fires what the domain clock says has passed, in due order, each rung once (PRC-23, PRC-25). */
@Injectable()
export class DueFirer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(Replies) private readonly replies: Replies,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(StepWriter) private readonly steps: StepWriter,
    @Inject(LadderClimber) private readonly climber: LadderClimber,
  ) {}

  fire({ complaintId, applied }: FireDueInput): Promise<RegisterReply> {
    return this.database.tx(async (tx) => {
      let file = await this.replies.lock(tx, complaintId, applied);
      const now = await this.clock.now(tx);
      for (;;) {
        const due = await this.duties.nextRung(tx, complaintId);
        if (due === null || due.firesAt > now) return this.replies.of(tx, file, applied, {});
        if (await this.commands.hasUndeliveredUntil(tx, complaintId, due.firesAt)) {
          return this.replies.of(tx, file, applied, { awaitsCommands: true });
        }
        if (due.rung === PASSES) return this.replies.of(tx, file, applied, { passed: passedOf(due) });
        file = await this.fireOne(tx, file, due, now);
      }
    });
  }

  /** Recorded at the very instant at which it was due, whenever that is looked at. */
  private async fireOne(tx: Tx, file: CaseFile, due: DueRung, now: Instant): Promise<CaseFile> {
    await this.duties.fire(tx, file.id, due, due.firesAt);
    if (due.rung === REPEATS) {
      return this.steps.write(
        tx,
        file,
        rungCause(`${due.dutyId}/${due.firesAt}`),
        due.firesAt,
        repeatStep(file.state, due, now),
      );
    }
    if (due.kind === 'survey') {
      return this.steps.write(tx, file, rungCause(`${due.dutyId}/${due.rung}`), due.firesAt, surveyStep(due.rung));
    }
    const pack = await this.packs.byHash(tx, file.packHash);
    if (due.rung === RUNS_OUT) {
      const cause = rungCause(`${due.dutyId}/${due.rung}`);
      return this.steps.write(tx, file, cause, due.firesAt, statutoryPassedStep(due, statutoryDuty(pack, due.ref)));
    }
    const ladder = ladderFor(due.kind, pack);
    const rung = ladder.find((one) => one.code === due.rung);
    return rung === undefined ? file : this.climber.climb(tx, file, due, rung, ladder);
  }
}

function passedOf({ dutyId, kind, dueAt }: DueRung): PassedDuty {
  return { dutyId, kind, dueAt };
}
