import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { nextExtension, refuse, type Refusal } from '@redress/policy';
import type { CommandRow } from '../commands/command.repository.ts';
import { FieldCorrector, type AskedCorrection } from '../corrections/field.corrector.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { MassSteps } from '../mass/mass.steps.ts';
import { DutyRepository } from './duty.repository.ts';

/** What only the register can say no to: other complaints, stored packs, clocks that run. */
@Injectable()
export class RegisterChecks {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(FieldCorrector) private readonly corrector: FieldCorrector,
    @Inject(MassSteps) private readonly mass: MassSteps,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
  ) {}

  /** The complaints, beside its own, that the command concerns: they are locked with it. */
  async concernedBy(tx: Tx, command: CommandRow, file: CaseFile): Promise<string[]> {
    // A row that a fault has put there may have no facts at all.
    const facts = command.facts as CommandRow['facts'] | null;
    const { mergedInto, absorbed } = file.state;
    const named = [facts?.['into'], mergedInto, ...absorbed, ...(await this.mass.concernedBy(tx, command, file))];
    return [...new Set(named)].filter((id): id is string => typeof id === 'string' && id !== file.id);
  }

  async refusalOf(tx: Tx, command: CommandRow, file: CaseFile): Promise<Refusal | null> {
    const facts = command.facts as Record<string, string>;
    switch (command.name) {
      case 'merge':
        return this.other(tx, file, facts['into'] ?? '');
      case 'leadMass':
        return this.mass.refusalOf(tx, file, command.facts['members'] as string[]);
      case 'moveToPack':
        return this.otherPack(tx, file, facts['hash'] ?? '');
      case 'correctField':
        return this.corrector.refusalOf(tx, file, command.facts as unknown as AskedCorrection);
      case 'giveDate': {
        const solve = (await this.duties.open(tx, file.id)).find(({ kind }) => kind === 'solve');
        const late = solve !== undefined && (facts['date'] ?? '') > solve.dueAt;
        return late ? refuse('date-too-late', { latest: solve.dueAt }).refusal : null;
      }
      case 'ownMisconduct':
        return this.withoutGrant(tx, file, facts['personId'] ?? '');
      case 'askExtension':
        return this.lateExtension(tx, command, file);
      default:
        return null;
    }
  }

  /** A record is owned by somebody of the pack's role for it, at least by somebody who may see it (INT-15). */
  private async withoutGrant(tx: Tx, file: CaseFile, personId: string): Promise<Refusal | null> {
    const pack = await this.packs.byHash(tx, file.packHash);
    const granted = pack.roles.filter(({ capabilities }) => capabilities.includes('read-restricted'));
    const roles = pack.misconduct === undefined ? granted.map(({ code }) => code) : [pack.misconduct.to.role];
    const holders = await this.directory.holdersOf(tx, roles);
    return holders.includes(personId) ? null : refuse('no-grant', { roles: roles.join(' or ') }).refusal;
  }

  /** More time is asked for before what it is asked for has run out. */
  private async lateExtension(tx: Tx, { acceptedAt }: CommandRow, file: CaseFile): Promise<Refusal | null> {
    const { extensions } = await this.packs.byHash(tx, file.packHash);
    const next = nextExtension(extensions, file.state);
    const open = await this.duties.open(tx, file.id);
    const meant = open.filter(({ kind, ref }) => next?.of.includes(ref ?? kind));
    if (next !== undefined && meant.length === 0) return refuse('no-extension-left', { extension: next.code }).refusal;
    const late = meant.find(({ dueAt }) => dueAt < acceptedAt);
    return late === undefined ? null : refuse('extension-too-late', { dueAt: late.dueAt }).refusal;
  }

  /** What a command changes in the register beside the state, in the transaction of its step (INT-12). */
  async carryOut(tx: Tx, command: CommandRow, file: CaseFile): Promise<void> {
    await this.mass.carryOut(tx, command, file);
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
