import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { massDecision, refuse, type Refusal } from '@redress/policy';
import type { CommandRow } from '../commands/command.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { OtherCommandWriter } from '../steps/other-command.writer.ts';
import { MassRepository } from './mass.repository.ts';

/** What a lead decides goes to all that follow it. */
const DECIDES: readonly string[] = ['propose', 'approve'];

/** What the register has to do with the steps of mass complaints beside the state (INT-4). */
@Injectable()
export class MassSteps {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(MassRepository) private readonly masses: MassRepository,
    @Inject(OtherCommandWriter) private readonly others: OtherCommandWriter,
  ) {}

  /** The complaints that are locked with a step: the lead of who joins, those who join, those who follow a decision. */
  async concernedBy(tx: Tx, { name, facts }: CommandRow, file: CaseFile): Promise<unknown[]> {
    if (name === 'joinMass') return [facts['from']];
    if (name === 'leadMass') return facts['members'] as unknown[];
    return file.state.mass === 'lead' && DECIDES.includes(name) ? this.masses.membersOf(tx, file.id) : [];
  }

  /** Each is there, open, and in no mass complaint. */
  async refusalOf(tx: Tx, file: CaseFile, members: readonly string[]): Promise<Refusal | null> {
    for (const id of members) {
      const other = id === file.id ? null : await this.cases.read(tx, id);
      if (other === null) return refuse('no-such-complaint').refusal;
      const { stage, mass } = other.state;
      if (['closed', 'ended'].includes(stage)) return refuse('other-not-open', { stage }).refusal;
      if (mass !== 'none') return refuse('in-a-mass', { complaintId: id }).refusal;
    }
    return null;
  }

  async carryOut(tx: Tx, command: CommandRow, file: CaseFile): Promise<void> {
    const { name, actor, acceptedAt } = command;
    if (name === 'joinMass') await this.joined(tx, command, file);
    if (name === 'leaveMass') await this.masses.leave(tx, file.id, acceptedAt);
    if (name !== 'leadMass') return;
    const candidate = await this.masses.openWith(tx, [file.id]);
    if (candidate !== null) await this.masses.decide(tx, candidate.id, actor.id, file.id, acceptedAt);
  }

  /** Who joins after the lead has been decided has its decision at once. */
  private async joined(tx: Tx, { acceptedAt }: CommandRow, file: CaseFile): Promise<void> {
    const leadId = file.state.massLead;
    if (leadId === null) return;
    await this.masses.join(tx, file.id, leadId, acceptedAt);
    const lead = await this.cases.read(tx, leadId);
    const facts = lead === null ? null : massDecision(lead.state);
    if (lead === null || facts === null) return;
    await this.others.write(tx, lead, acceptedAt, [{ complaintId: file.id, name: 'massDecided', facts }]);
  }
}
