import { Inject, Injectable } from '@nestjs/common';
import type { ActionReply, ActionStart, ImprovementActivities } from '@redress/contracts/action-workflow';
import { WILL_NOT_PASS } from '@redress/contracts/workflow';
import { SERVICE_LOG, type ServiceLog } from '@redress/service-kit';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { ActionDueFirer } from './action.due.firer.ts';

const actionStart = z.object({ actionId: z.uuid() });

/** What an action's process asks of this service. */
@Injectable()
export class ActionActivities implements ImprovementActivities {
  constructor(
    private readonly due: ActionDueFirer,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /** Running it twice is harmless: what has fired does not fire again. */
  async fireActionDue(given: ActionStart): Promise<ActionReply> {
    const input = actionStart.safeParse(given);
    if (!input.success) throw ApplicationFailure.nonRetryable('the input is not that of an action', WILL_NOT_PASS);
    const reply = await this.fire(input.data.actionId);
    if (reply === null) throw ApplicationFailure.nonRetryable('there is no such action', WILL_NOT_PASS);
    return reply;
  }

  private async fire(actionId: string): Promise<ActionReply | null> {
    try {
      return await this.due.fire(actionId);
    } catch (fault) {
      // The text of a fault may quote a value: the process learns only that it failed, and asks again.
      this.log.error({ err: fault, actionId }, 'nothing could fire');
      throw ApplicationFailure.retryable('nothing could fire', 'FAULT');
    }
  }
}
