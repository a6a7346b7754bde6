import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { refuse, type Refusal } from '@redress/policy';
import type { CommandRow } from '../commands/command.repository.ts';
import { FieldCorrector, type AskedCorrection } from '../corrections/field.corrector.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { MassFollower } from '../mass/mass.follower.ts';
import { MassRepository } from '../mass/mass.repository.ts';
import { DutyRepository } from './duty.repository.ts';
import { OtherCommandWriter } from './other-command.writer.ts';

/** What a lead decides goes to all that follow it. */
const DECIDES: readonly string[] = ['propose', 'approve'];

/** What only the register can say no to: other complaints, stored packs, clocks that run. */
@Injectable()
export class RegisterChecks {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(FieldCorrector) private readonly corrector: FieldCorrector,
    @Inject(MassRepository) private readonly masses: MassRepository,
    @Inject(MassFollower) private readonly mass: MassFollower,
    @Inject(OtherCommandWriter) private readonly others: OtherCommandWriter,
  ) {}

  /** The complaints, beside its own, that the command concerns: they are locked with it. */
  async concernedBy(tx: Tx, command: CommandRow, file: CaseFile): Promise<string[]> {
    // A row that a fault has put there may have no facts at all.
    const facts = command.facts as CommandRow['facts'] | null;
    const { mergedInto, absorbed } = file.state;
    const decides = file.state.mass === 'lead' && DECIDES.includes(command.name);
    const follow = decides ? await this.masses.membersOf(tx, file.id) : [];
    const lead = command.name === 'joinMass' ? [facts?.['from']] : [];
    const joins = Array.isArray(facts?.['members']) ? (facts['members'] as unknown[]) : [];
    const named = [facts?.['into'], mergedInto, ...absorbed, ...lead, ...joins, ...follow];
    return [...new Set(named)].filter((id): id is string => typeof id === 'string' && id !== file.id);
  }

  async refusalOf(tx: Tx, command: CommandRow, file: CaseFile): Promise<Refusal | null> {
    const facts = command.facts as Record<string, string>;
    switch (command.name) {
      case 'merge':
        return this.other(tx, file, facts['into'] ?? '');
      case 'leadMass':
        return this.members(tx, file, command.facts['members'] as string[]);
      case 'moveToPack': {
        const known = await this.packs.isStored(tx, facts['hash'] ?? '');
        return known ? null : refuse('no-such-pack').refusal;
      }
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
    if (command.name === 'joinMass') return this.joined(tx, command, file);
    if (command.name === 'leaveMass') return this.masses.leave(tx, file.id, command.acceptedAt);
    if (command.name === 'leadMass') return this.confirmed(tx, command, file);
    if (command.name !== 'correctField') return;
    const author = command.actor.kind === 'person' ? command.actor.id : null;
    const asked = command.facts as unknown as AskedCorrection;
    await this.corrector.correct(tx, file, asked, author, command.acceptedAt);
  }

  /** Each is there, open, not decided yet, and in no mass complaint. */
  private async members(tx: Tx, file: CaseFile, members: readonly string[]): Promise<Refusal | null> {
    for (const id of members) {
      const refusal = await this.other(tx, file, id);
      if (refusal !== null) return refusal;
      if ((await this.cases.read(tx, id))?.state.mass !== 'none')
        return refuse('in-a-mass', { complaintId: id }).refusal;
    }
    return null;
  }

  /** Who joins after the lead has been decided has its decision at once. */
  private async joined(tx: Tx, command: CommandRow, file: CaseFile): Promise<void> {
    const leadId = file.state.massLead;
    if (leadId === null) return;
    await this.masses.join(tx, file.id, leadId, command.acceptedAt);
    const facts = await this.mass.decisionFor(tx, leadId);
    const lead = facts === null ? null : await this.cases.read(tx, leadId);
    if (facts === null || lead === null) return;
    await this.others.write(tx, lead, command.acceptedAt, [{ complaintId: file.id, name: 'massDecided', facts }]);
  }

  /** The candidate that a person has confirmed is decided. */
  private async confirmed(tx: Tx, { actor, acceptedAt }: CommandRow, file: CaseFile): Promise<void> {
    const candidate = await this.masses.openWith(tx, [file.id]);
    if (candidate !== null) await this.masses.decide(tx, candidate.id, actor.id, file.id, acceptedAt);
  }

  private async other(tx: Tx, file: CaseFile, into: string): Promise<Refusal | null> {
    const other = into === file.id ? null : await this.cases.read(tx, into);
    if (other === null) return refuse('no-such-complaint').refusal;
    const over = ['closed', 'ended'].includes(other.state.stage);
    return over ? refuse('other-not-open', { stage: other.state.stage }).refusal : null;
  }
}
