import { Inject, Injectable } from '@nestjs/common';
import type { Cause, CommandOutcome, RecordStepInput, RegisterReply } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { PASSES, refuse, type Decision, type Refusal } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { CommandRepository, type CommandRow } from '../commands/command.repository.ts';
import { MassFinder } from '../mass/mass.finder.ts';
import { RefusedCommandNotice } from '../notices/refused-command.notice.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from './duty.repository.ts';
import { Replies } from './reply.ts';
import { RegisterChecks } from './register.checks.ts';
import { StepWriter, type StepCause } from './step.writer.ts';

/** Records what a stage has decided: one step, or a command's refusal; once per cause, only on the state it decided on. */
@Injectable()
export class StepRecorder {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(Replies) private readonly replies: Replies,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(StepWriter) private readonly steps: StepWriter,
    @Inject(RegisterChecks) private readonly checks: RegisterChecks,
    @Inject(RefusedCommandNotice) private readonly refused: RefusedCommandNotice,
    @Inject(MassFinder) private readonly masses: MassFinder,
  ) {}

  record(input: RecordStepInput): Promise<RegisterReply> {
    return this.database.tx(async (tx) => {
      const { cause } = input;
      if (cause.kind !== 'command') {
        const file = await this.replies.lock(tx, input.complaintId, input.applied);
        return this.recordOwnMove(tx, file, input, cause);
      }
      const command = await this.commands.find(tx, cause.commandId);
      if (command === null) throw new RangeError('no such command in the register');
      // A fault concerns its own complaint alone, whatever the command names: nothing may keep it from being recorded.
      if (!('fault' in input.verdict)) await this.lockBeside(tx, command);
      const file = await this.replies.lock(tx, input.complaintId, input.applied);
      return this.recordCommand(tx, file, input, cause.commandId);
    });
  }

  /** A step that concerns other complaints locks all of them first, in the order of their ids (PRC-13). */
  private async lockBeside(tx: Tx, command: CommandRow): Promise<void> {
    const file = await this.cases.read(tx, command.complaintId);
    if (file === null) return;
    const beside = await this.checks.concernedBy(tx, command, file);
    if (beside.length > 0) await this.cases.lockAll(tx, [file.id, ...beside]);
  }

  private async recordCommand(
    tx: Tx,
    file: CaseFile,
    input: RecordStepInput,
    commandId: string,
  ): Promise<RegisterReply> {
    const command = await this.commands.find(tx, commandId);
    if (command === null) throw new RangeError('no such command in the register');
    if (command.outcome !== null) return this.replies.of(tx, file, input.applied, { outcome: command.outcome });
    if (file.step !== input.applied) return this.replies.of(tx, file, input.applied, { settled: false });
    const { after, outcome } = await this.settle(tx, file, command, input.verdict);
    await this.commands.settle(tx, commandId, outcome);
    await this.refused.keep(tx, commandId, await this.clock.now(tx));
    return this.replies.of(tx, after, input.applied, { outcome });
  }

  private async settle(
    tx: Tx,
    file: CaseFile,
    command: CommandRow,
    verdict: RecordStepInput['verdict'],
  ): Promise<{ after: CaseFile; outcome: CommandOutcome }> {
    if ('fault' in verdict) {
      await this.commands.stick(tx, command.id, verdict.fault);
      return { after: file, outcome: { status: 'fault', code: verdict.fault } };
    }
    const refusal =
      staleRevision(command, file) ??
      ('refusal' in verdict ? verdict.refusal : await this.checks.refusalOf(tx, command, file));
    if (refusal !== null) return { after: file, outcome: { status: 'refused', refusal } };
    const after = await this.steps.write(
      tx,
      file,
      causeOf(command),
      command.acceptedAt,
      (verdict as { decision: Decision }).decision,
    );
    await this.checks.carryOut(tx, command, after);
    const { step, revision, sequence, state } = after;
    return { after, outcome: { status: 'done', step, stage: state.stage, revision, sequence } };
  }

  /** A due instant that moves the stage, or an answer of another service. */
  private async recordOwnMove(
    tx: Tx,
    file: CaseFile,
    input: RecordStepInput,
    cause: Exclude<Cause, { kind: 'command' }>,
  ): Promise<RegisterReply> {
    if (await this.cases.hasStepOf(tx, file.id, cause.kind, cause.dutyId))
      return this.replies.of(tx, file, input.applied, {});
    if (file.step !== input.applied) return this.replies.of(tx, file, input.applied, { settled: false });
    if (cause.kind === 'passed') {
      if (await this.commands.hasUndeliveredUntil(tx, file.id, cause.dueAt)) {
        return this.replies.of(tx, file, input.applied, { settled: false, awaitsCommands: true });
      }
      await this.duties.fallDue(tx, file.id, cause.dutyId, file.state.owner);
      await this.duties.fire(tx, file.id, { dutyId: cause.dutyId, rung: PASSES }, cause.dueAt);
    }
    const at = cause.kind === 'passed' ? cause.dueAt : await this.clock.now(tx);
    const system: StepCause = { kind: cause.kind, id: cause.dutyId, actorId: null, actorKind: 'system', textIds: [] };
    const after =
      'decision' in input.verdict ? await this.steps.write(tx, file, system, at, input.verdict.decision) : file;
    if (cause.kind === 'answer') await this.masses.joinOnceAssigned(tx, after);
    return this.replies.of(tx, after, input.applied, {});
  }
}

/** Somebody else has acted since the author looked. */
function staleRevision(command: CommandRow, file: CaseFile): Refusal | null {
  if (command.expectedRevision === null || command.expectedRevision === file.revision) return null;
  return refuse('stale-revision', { expected: command.expectedRevision, revision: file.revision }).refusal;
}

function causeOf(command: CommandRow): StepCause {
  return {
    kind: 'command',
    id: command.id,
    actorId: command.actor.kind === 'person' ? command.actor.id : null,
    actorKind: command.actor.kind,
    textIds: command.textIds,
  };
}
