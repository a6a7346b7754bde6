import { Inject, Injectable } from '@nestjs/common';
import type { CommandOutcome, PassedDuty, RegisterReply } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import { DomainClock } from '@redress/service-kit';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { runAhead } from './activity.failure.ts';

/** While commands accepted in time are on their way, the process looks again after a minute. */
const AWAIT_COMMANDS_MS = 60_000;

export interface ReplyParts {
  readonly passed?: PassedDuty | null;
  readonly awaitsCommands?: boolean;
  readonly settled?: boolean;
  readonly outcome?: CommandOutcome | null;
}

/** Locks a case for the process, and answers it with everything that the process has not applied yet. */
@Injectable()
export class Replies {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(DomainClock) private readonly clock: DomainClock,
  ) {}

  /** The locked case. Throws when it is not in the register, and when the run is ahead of it. */
  async lock(tx: Tx, complaintId: string, applied: number): Promise<CaseFile> {
    const file = await this.cases.lock(tx, complaintId);
    if (file === null) throw new RangeError('no such complaint in the register');
    if (applied > file.step) throw runAhead();
    return file;
  }

  async of(tx: Tx, file: CaseFile, applied: number, parts: ReplyParts): Promise<RegisterReply> {
    const { passed = null, awaitsCommands = false, settled = true, outcome = null } = parts;
    return {
      steps: await this.cases.stepsAfter(tx, file.id, applied),
      terms: file.terms,
      sequence: file.sequence,
      nextDueAt: file.nextDueAt,
      wakeAfterMs: awaitsCommands ? AWAIT_COMMANDS_MS : await this.wakeAfterMs(tx, file),
      passed,
      awaitsCommands,
      settled,
      outcome,
    };
  }

  private async wakeAfterMs(tx: Tx, file: CaseFile): Promise<number | null> {
    return file.nextDueAt === null ? null : this.clock.wakeAfterMs(tx, file.nextDueAt);
  }
}
