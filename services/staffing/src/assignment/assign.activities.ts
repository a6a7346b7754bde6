import { Inject, Injectable } from '@nestjs/common';
import {
  WILL_NOT_PASS,
  type AssignAnswer,
  type AssignInput,
  type StaffingActivities,
} from '@redress/contracts/workflow';
import { SERVICE_LOG, type ServiceLog } from '@redress/service-kit';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { Assigner } from './assigner.ts';

const assignInput = z.object({
  dutyId: z.string().min(1),
  complaintId: z.uuid(),
  departmentId: z.string().min(1),
  skills: z.array(z.string()),
  formerOwner: z.uuid().nullable(),
  excluded: z.array(z.uuid()),
});

/** What the complaint's process asks of staffing. */
@Injectable()
export class AssignActivities implements StaffingActivities {
  constructor(
    private readonly assigner: Assigner,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /** Running it twice is harmless: the first answer to a duty is stored and given again. */
  async assign(given: AssignInput): Promise<AssignAnswer> {
    const input = assignInput.safeParse(given);
    if (!input.success) throw ApplicationFailure.nonRetryable('the input is not that of an assignment', WILL_NOT_PASS);
    try {
      return await this.assigner.assign(input.data);
    } catch (fault) {
      // The text of a fault may quote a value: the process learns only that it failed, and asks again.
      this.log.error({ err: fault, dutyId: input.data.dutyId }, 'nobody was assigned');
      throw ApplicationFailure.retryable('the assignment failed', 'FAULT');
    }
  }
}
