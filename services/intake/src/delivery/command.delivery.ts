import { Inject, Injectable } from '@nestjs/common';
import { workflowIdOf, type CommandOutcome, type DeliveredCommand } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { refuse } from '@redress/policy';
import { DomainClock, SERVICE_LOG, type ServiceLog } from '@redress/service-kit';
import { Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { CommandRepository, type CommandRow } from '../commands/command.repository.ts';
import { RefusedCommandNotice } from '../notices/refused-command.notice.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { MissedCommands } from './missed.commands.ts';

const LOOK_EVERY_MS = 50;
const POSTPONE_MS = 2_000;
/** Outcome of a command that its process has no handler for, or cannot read. */
const NOT_TAKEN = 'NOT_TAKEN';
/** Outcome of a command whose process was started and is gone. */
export const PROCESS_GONE = 'PROCESS_GONE';
/** The run ended with the update in its hands: the next run takes it. */
const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';

/** Carries commands to their process and sees to it that each gets an outcome. Delivering twice does no harm. */
@Injectable()
export class CommandDelivery {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(MissedCommands) private readonly missed: MissedCommands,
    @Inject(RefusedCommandNotice) private readonly notices: RefusedCommandNotice,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(Client) private readonly temporal: Client,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /** Sends one command and waits for its answer at most `withinMs`; the outcome itself stands in the register. */
  async deliver(commandId: string, withinMs: number): Promise<void> {
    const command = await this.commands.find(this.database, commandId);
    if (command === null || command.outcome !== null) return;
    try {
      await this.temporal.withDeadline(Date.now() + withinMs, () => this.update(command));
    } catch (fault) {
      if (fault instanceof WorkflowNotFoundError) await this.notFound(command);
      else if (isNeverTaken(fault)) await this.notTaken(command);
      else {
        this.log.debug({ commandId, err: fault }, 'not delivered yet');
        await this.commands.postpone(this.database, commandId, POSTPONE_MS);
      }
    }
  }

  /** Looks for the outcome until then; null when it has not come. */
  async waitForOutcome(commandId: string, until: number): Promise<CommandOutcome | null> {
    for (;;) {
      const outcome = (await this.commands.find(this.database, commandId))?.outcome ?? null;
      if (outcome !== null || Date.now() >= until) return outcome;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private update(command: CommandRow): Promise<CommandOutcome> {
    const { id, name, facts, actor, acceptedAt } = command;
    const delivered: DeliveredCommand = { commandId: id, name, facts, actor, acceptedAt };
    return this.temporal.workflow
      .getHandle(workflowIdOf(command.complaintId))
      .executeUpdate<CommandOutcome, [DeliveredCommand]>(name, {
        updateId: `${id}-${command.attempt}`,
        args: [delivered],
      });
  }

  /** The process lives and says no to the very message: it would again. It must not hold up the deadlines. */
  private async notTaken(command: CommandRow): Promise<void> {
    await this.database.tx(async (tx) => {
      await this.cases.lock(tx, command.complaintId);
      await this.fail(tx, command.id, NOT_TAKEN);
    });
  }

  /** No process takes it: not started yet, ended meanwhile, or lost. */
  private async notFound(command: CommandRow): Promise<void> {
    await this.database.tx(async (tx) => {
      const file = await this.cases.lock(tx, command.complaintId);
      if (file?.state.stage === 'ended') {
        await this.commands.settle(tx, command.id, { status: 'refused', refusal: refuse('ended').refusal });
        return this.notices.keep(tx, command.id, await this.clock.now(tx));
      }
      if (await this.missed.isLost(tx, command.id)) return this.fail(tx, command.id, PROCESS_GONE);
      return this.commands.postpone(tx, command.id, POSTPONE_MS);
    });
  }

  /** The command goes on the stuck list, where a person can have it sent again. */
  private async fail(tx: Tx, commandId: string, code: string): Promise<void> {
    await this.commands.stick(tx, commandId, code);
    await this.commands.settle(tx, commandId, { status: 'fault', code });
  }
}

function isNeverTaken(fault: unknown): boolean {
  if (!(fault instanceof WorkflowUpdateFailedError)) return false;
  return !(fault.cause instanceof ApplicationFailure && fault.cause.type === RUN_ENDED);
}
