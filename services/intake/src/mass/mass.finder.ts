import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { calendarMs, COMMANDS, massPlaces, type Instant } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { SystemCommands } from '../commands/system.commands.ts';
import { NoticeWriter } from '../steps/notice.writer.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { MassRepository } from './mass.repository.ts';
import { SimilarQueries, type SimilarComplaint } from './similar.queries.ts';

/** The namespace of candidates: one that is found twice at once is one. */
const CANDIDATES = '4a2e6c1d-8f3b-4b52-9c7e-2d1f0a9b8c7d';
const COORDINATORS = { kind: 'capability', capability: 'coordinate' } as const;

/**
 * Looks at a complaint that has just been indexed: alike to one that belongs to a mass complaint it joins by itself; alike to
 * many it is proposed to a person as the beginning of one (INT-4).
 */
@Injectable()
export class MassFinder {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(SystemCommands) private readonly commands: SystemCommands,
    @Inject(NoticeWriter) private readonly notices: NoticeWriter,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(MassRepository) private readonly masses: MassRepository,
    @Inject(SimilarQueries) private readonly similar: SimilarQueries,
  ) {}

  /** In the transaction that has indexed it. */
  async look(tx: Tx, complaintId: string): Promise<void> {
    const file = await this.cases.read(tx, complaintId);
    const alike = file === null ? null : await this.alikeTo(tx, file);
    if (file === null || alike === null) return;
    const leadId = leadOf(alike);
    const { mass } = await this.packs.byHash(tx, file.packHash);
    if (leadId === null && alike.length + 1 >= mass.atLeast) await this.propose(tx, file, alike);
    // Whoever is still to be assigned joins then: one order, whichever of the two is quicker.
    else if (leadId !== null && file.state.assignmentDuty === null) await this.join(tx, complaintId, leadId);
  }

  /** In the transaction in which it was assigned, while any mass complaint goes on. */
  async joinOnceAssigned(tx: Tx, file: CaseFile): Promise<void> {
    if (file.state.assignmentDuty !== null || !(await this.masses.anyGoesOn(tx))) return;
    const leadId = leadOf((await this.alikeTo(tx, file)) ?? []);
    if (leadId !== null) await this.join(tx, file.id, leadId);
  }

  /** Null for what cannot belong to a mass complaint, or was taken out of one by a person. */
  private async alikeTo(tx: Tx, file: CaseFile): Promise<SimilarComplaint[] | null> {
    if (!isFree(file) || (await this.masses.hasLeft(tx, file.id))) return null;
    const { mass } = await this.packs.byHash(tx, file.packHash);
    return this.similar.of(tx, file.id, calendarMs(mass.within));
  }

  /** Both are locked in the order of their ids; what came in between is seen. */
  private async join(tx: Tx, complaintId: string, leadId: string): Promise<void> {
    await this.cases.lockAll(tx, [complaintId, leadId].sort());
    const [file, lead] = [await this.cases.read(tx, complaintId), await this.cases.read(tx, leadId)];
    if (file === null || !isFree(file) || lead?.state.mass !== 'lead') return;
    const id = uuid5(`joinMass/${leadId}`, complaintId);
    const facts = { from: leadId, ...massPlaces(lead.state) };
    await this.commands.give(tx, { id, complaintId, name: 'joinMass', facts, at: await this.clock.now(tx) });
  }

  /** Once: later ones are added to the candidate that is open. */
  private async propose(tx: Tx, file: CaseFile, alike: readonly SimilarComplaint[]): Promise<void> {
    const complaintIds = [file.id, ...alike.map(({ id }) => id)].sort();
    const open = await this.masses.openWith(tx, complaintIds);
    if (open !== null) return this.masses.add(tx, open.id, file.id);
    const now: Instant = await this.clock.now(tx);
    const candidate = { id: uuid5(complaintIds.join(), CANDIDATES), complaintIds };
    if (!(await this.masses.propose(tx, candidate, now))) return;
    for (const personId of await this.notices.peopleOf(tx, file, file, COORDINATORS))
      await this.notices.tell(tx, file, personId, 'mass-candidate', now);
  }
}

function leadOf(alike: readonly SimilarComplaint[]): string | null {
  return alike.find((other) => other.leadId !== null)?.leadId ?? null;
}

/** Open, a complaint, seen by everybody, and in no mass complaint. */
function isFree({ state, access }: CaseFile): boolean {
  const early = COMMANDS.joinMass.stages.some((stage) => stage === state.stage);
  return early && state.mass === 'none' && state.kind === 'complaint' && access === 'open';
}
