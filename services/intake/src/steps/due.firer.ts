import { Inject, Injectable } from '@nestjs/common';
import type { FireDueInput, PassedDuty, RegisterReply } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { addresseesOf, ladderFor, type Addressees, type Decision, type Places, type Rung } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { CommandRepository } from '../commands/command.repository.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type DueRung } from './duty.repository.ts';
import { PASSES } from './ledger.ts';
import { NoticeWriter } from './notice.writer.ts';
import { Replies } from './reply.ts';
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
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(StepWriter) private readonly steps: StepWriter,
    @Inject(NoticeWriter) private readonly notices: NoticeWriter,
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
        file = await this.climb(tx, file, due);
      }
    });
  }

  /** One rung: who is told, whether ownership moves; recorded at the very instant it was due. */
  private async climb(tx: Tx, file: CaseFile, due: DueRung): Promise<CaseFile> {
    const pack = await this.packs.byHash(tx, file.packHash);
    const ladder = ladderFor(due.kind, pack);
    const rung = ladder.find((one) => one.code === due.rung);
    await this.duties.fire(tx, file.id, due, due.firesAt);
    if (due.firesAt >= due.dueAt) await this.duties.fallDue(tx, file.id, due.dutyId, file.state.owner);
    if (rung === undefined) return file;
    const places = await this.placesOf(tx, file, ladder);
    const everybody = [places.owner, places.backup, places.departmentHead, ...Object.values(places.roles).flat()];
    const absent = await this.directory.absentOf(
      tx,
      everybody.filter((person) => person !== null),
    );
    const to = addresseesOf(rung, places, absent, ladder);
    const cause = {
      kind: 'rung',
      id: `${due.dutyId}/${due.rung}`,
      actorId: null,
      actorKind: 'system',
      textId: null,
    } as const;
    const after = await this.steps.write(tx, file, cause, due.firesAt, rungStep(file, due, rung, to));
    for (const person of to.tells) await this.notices.tell(tx, after, person, `${due.kind}-${rung.code}`, due.firesAt);
    return after;
  }

  private async placesOf(tx: Tx, file: CaseFile, ladder: readonly Rung[]): Promise<Places> {
    const { owner, backup, head, departmentId } = file.state;
    const roles: Record<string, string[]> = {};
    for (const addressee of ladder.flatMap((rung) => rung.tells)) {
      if (addressee.kind === 'role') roles[addressee.role] ??= await this.directory.holdersOf(tx, [addressee.role]);
    }
    return { owner, backup, departmentHead: (await this.directory.headOf(tx, departmentId)) ?? head, roles };
  }
}

function passedOf({ dutyId, kind, dueAt }: DueRung): PassedDuty {
  return { dutyId, kind, dueAt };
}

function rungStep(file: CaseFile, due: DueRung, rung: Rung, to: Addressees): Decision {
  const facts = { dutyId: due.dutyId, rung: rung.code, dueAt: due.dueAt, firedFor: due.firesAt };
  const moved = to.ownershipMovesTo;
  const handedOver = {
    code: 'handed-over',
    facts: { from: file.state.owner, reason: rung.code },
    because: to.because,
  } as const;
  return {
    changes: moved === null ? {} : { owner: moved, ...(moved === file.state.backup ? { backup: null } : {}) },
    duties: [],
    entries: [
      { code: rung.warning ? 'warned' : 'escalated', facts, because: to.because },
      ...(moved === null ? [] : [handedOver]),
    ],
    notices: [],
    messages: [],
  };
}
