import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { calendarMs, massPlaces, type Instant } from '@redress/policy';
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
    if (file === null || !isFree(file) || (await this.masses.hasLeft(tx, complaintId))) return;
    const { mass } = await this.packs.byHash(tx, file.packHash);
    const alike = await this.similar.of(tx, complaintId, calendarMs(mass.within));
    const leadId = leadOf(alike);
    if (leadId === null && alike.length + 1 >= mass.atLeast) await this.propose(tx, file, alike);
    // Whoever is still to be assigned joins then: one order, whichever of the two is quicker.
    else if (leadId !== null && file.state.assignmentDuty === null) await this.join(tx, complaintId, leadId);
  }

  /** In the transaction in which it was assigned, while any mass complaint goes on. */
  async joinOnceAssigned(tx: Tx, { id, packHash, state }: CaseFile): Promise<void> {
    if (state.assignmentDuty !== null || !(await this.masses.anyGoesOn(tx))) return;
    const { mass } = await this.packs.byHash(tx, packHash);
    const leadId = leadOf(await this.similar.of(tx, id, calendarMs(mass.within)));
    if (leadId !== null && !(await this.masses.hasLeft(tx, id))) await this.join(tx, id, leadId);
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
    await this.masses.propose(tx, { id: uuid5(complaintIds.join(), CANDIDATES), complaintIds }, now);
    for (const personId of await this.notices.peopleOf(tx, file, file, COORDINATORS))
      await this.notices.tell(tx, file, personId, 'mass-candidate', now);
  }
}

function leadOf(alike: readonly SimilarComplaint[]): string | null {
  return alike.find((other) => other.leadId !== null)?.leadId ?? null;
}

/** Open, a complaint, seen by everybody, and in no mass complaint. */
function isFree({ state, access }: CaseFile): boolean {
  const early = ['received', 'assigned', 'investigating', 'deciding', 'approving'].includes(state.stage);
  return early && state.mass === 'none' && state.kind === 'complaint' && access === 'open';
}
