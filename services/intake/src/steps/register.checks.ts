import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { refuse, type Refusal } from '@redress/policy';
import type { CommandRow } from '../commands/command.repository.ts';
import { FieldCorrector, type AskedCorrection } from '../corrections/field.corrector.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from './duty.repository.ts';

/** What only the register can say no to: other complaints, stored packs, clocks that run. */
@Injectable()
export class RegisterChecks {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(FieldCorrector) private readonly corrector: FieldCorrector,
  ) {}

  /** The complaints, beside its own, that the command concerns: they are locked with it. */
  concernedBy(command: CommandRow, file: CaseFile): string[] {
    // A row that a fault has put there may have no facts at all.
    const facts = command.facts as CommandRow['facts'] | null;
    const { mergedInto, absorbed } = file.state;
    return [facts?.['into'], mergedInto, ...absorbed].filter((id) => typeof id === 'string');
  }

  async refusalOf(tx: Tx, command: CommandRow, file: CaseFile): Promise<Refusal | null> {
    const facts = command.facts as Record<string, string>;
    switch (command.name) {
      case 'merge':
        return this.other(tx, file, facts['into'] ?? '');
      case 'moveToPack':
        return this.otherPack(tx, file, facts['hash'] ?? '');
      case 'correctField':
        return this.corrector.refusalOf(tx, file, command.facts as unknown as AskedCorrection);
      case 'giveDate': {
        const solve = (await this.duties.open(tx, file.id)).find(({ kind }) => kind === 'solve');
        const late = solve !== undefined && (facts['date'] ?? '') > solve.dueAt;
        return late ? refuse('date-too-late', { latest: solve.dueAt }).refusal : null;
      }
      default:
        return null;
    }
  }

  /** What a command changes in the register beside the state, in the transaction of its step (INT-12). */
  async carryOut(tx: Tx, command: CommandRow, file: CaseFile): Promise<void> {
    if (command.name !== 'correctField') return;
    const author = command.actor.kind === 'person' ? command.actor.id : null;
    const asked = command.facts as unknown as AskedCorrection;
    await this.corrector.correct(tx, file, asked, author, command.acceptedAt);
  }

  /** A pack that knows neither the level nor the class cannot take the complaint: grade it anew first. */
  private async otherPack(tx: Tx, { state }: CaseFile, hash: string): Promise<Refusal | null> {
    if (!(await this.packs.isStored(tx, hash))) return refuse('no-such-pack').refusal;
    const { levels, classes } = await this.packs.byHash(tx, hash);
    if (!levels.some(({ code }) => code === state.level))
      return refuse('no-such-level', { level: state.level }).refusal;
    const hasClass = classes.some(({ code }) => code === state.class);
    return hasClass ? null : refuse('no-such-class', { class: state.class }).refusal;
  }

  private async other(tx: Tx, file: CaseFile, into: string): Promise<Refusal | null> {
    const other = into === file.id ? null : await this.cases.read(tx, into);
    if (other === null) return refuse('no-such-complaint').refusal;
    const over = ['closed', 'ended'].includes(other.state.stage);
    return over ? refuse('other-not-open', { stage: other.state.stage }).refusal : null;
  }
}
