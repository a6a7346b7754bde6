import { Inject, Injectable } from '@nestjs/common';
import type { FireDueInput, IntakeActivities, RecordStepInput, RegisterReply } from '@redress/contracts/workflow';
import { isTransientFault } from '@redress/db';
import { describeFault, SERVICE_LOG, withLogContext, type ServiceLog } from '@redress/service-kit';
import { willNotPass } from './activity.failure.ts';
import { DueFirer } from './due.firer.ts';
import { StepRecorder } from './step.recorder.ts';

/**
 * Intake's side of the process. Both are harmless to run twice: rungs fire once, steps are kept once per cause, and the
 * answer always holds every step after the last that the caller has applied.
 */
@Injectable()
export class RegisterActivities implements IntakeActivities {
  constructor(
    @Inject(DueFirer) private readonly firer: DueFirer,
    @Inject(StepRecorder) private readonly recorder: StepRecorder,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  readonly fireDue = (input: FireDueInput): Promise<RegisterReply> => this.guard(input, () => this.firer.fire(input));

  readonly recordStep = (input: RecordStepInput): Promise<RegisterReply> =>
    this.guard(input, () => this.recorder.record(input));

  /** A database that is away is worth another try; what the same input would meet again is not. */
  private guard({ complaintId }: FireDueInput, run: () => Promise<RegisterReply>): Promise<RegisterReply> {
    return withLogContext({ complaintId }, () => this.answered(run));
  }

  private async answered(run: () => Promise<RegisterReply>): Promise<RegisterReply> {
    try {
      return await run();
    } catch (fault) {
      if (isTransientFault(fault)) throw new Error('the register is away');
      const { class: kind, code } = describeFault(fault);
      this.log.error({ err: fault }, 'a step will not pass');
      throw willNotPass(fault, code ?? kind);
    }
  }
}
