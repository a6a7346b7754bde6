import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { addresseesOf, type Places, type Rung } from '@redress/policy';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type DueRung } from './duty.repository.ts';
import { NoticeWriter } from './notice.writer.ts';
import { rungCause } from './rung.cause.ts';
import { rungStep } from './rung.step.ts';
import { StepWriter } from './step.writer.ts';

/** The ladder over days: who is told, whether ownership moves (PRC-25). */
@Injectable()
export class LadderClimber {
  constructor(
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(StepWriter) private readonly steps: StepWriter,
    @Inject(NoticeWriter) private readonly notices: NoticeWriter,
  ) {}

  /** One rung, recorded at the instant it was due. Who is absent or complained of is skipped. */
  async climb(tx: Tx, file: CaseFile, due: DueRung, rung: Rung, ladder: readonly Rung[]): Promise<CaseFile> {
    const places = await this.placesOf(tx, file, due, ladder);
    if (due.firesAt >= due.dueAt) {
      const holder = places.holders?.[0] ?? file.state.owner;
      await this.duties.fallDue(tx, file.id, due.dutyId, holder);
    }
    const everybody = [places.owner, places.backup, places.departmentHead, ...Object.values(places.roles).flat()];
    const known = [...everybody, ...(places.holders ?? [])].filter((person) => person !== null);
    const skipped = [...(await this.directory.absentOf(tx, known)), ...file.state.concerned];
    const to = addresseesOf(rung, places, skipped, ladder);
    const cause = rungCause(`${due.dutyId}/${due.rung}`);
    const after = await this.steps.write(tx, file, cause, due.firesAt, rungStep(file.state, due, rung, to));
    for (const person of to.tells) await this.notices.tell(tx, after, person, `${due.kind}-${rung.code}`, due.firesAt);
    return after;
  }

  private async placesOf(tx: Tx, file: CaseFile, due: DueRung, ladder: readonly Rung[]): Promise<Places> {
    const { owner, backup, head, departmentId } = file.state;
    const roles: Record<string, string[]> = {};
    for (const addressee of ladder.flatMap((rung) => rung.tells)) {
      if (addressee.kind === 'role') roles[addressee.role] ??= await this.directory.holdersOf(tx, [addressee.role]);
    }
    const departmentHead = (await this.directory.headOf(tx, departmentId)) ?? head;
    const holders = await this.holdersOf(tx, file, due);
    return { owner, backup, departmentHead, roles, ...(holders === null ? {} : { holders }) };
  }

  /** Whom the duty waits for; null stands for the owner. */
  private async holdersOf(tx: Tx, file: CaseFile, { kind, waitsFor }: DueRung): Promise<string[] | null> {
    if (waitsFor === null) return null;
    return this.notices.peopleOf(tx, file, file, kind === 'approval' ? { kind: 'judge' } : waitsFor);
  }
}
