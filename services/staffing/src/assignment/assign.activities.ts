import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import {
  WILL_NOT_PASS,
  type AssignAnswer,
  type AssignInput,
  type StaffingActivities,
} from '@redress/contracts/workflow';
import { z } from 'zod';
import { Assigner } from './assigner.ts';

const input = z.object({
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
  constructor(private readonly assigner: Assigner) {}

  /** Running it twice is harmless: the first answer to a duty is stored and given again. */
  async assign(given: AssignInput): Promise<AssignAnswer> {
    const parsed = input.safeParse(given);
    if (!parsed.success) throw ApplicationFailure.nonRetryable('the input is not that of an assignment', WILL_NOT_PASS);
    return this.assigner.assign(parsed.data);
  }
}
