import { Inject, Injectable } from '@nestjs/common';
import { actionFact, type ActionFact, type ActionStanding } from '@redress/contracts';
import type { CloudEvent, Tx } from '@redress/db';
import type { Instant, Pack } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';

type Hearer = ActionFact['detail']['to'][number];

/** Who stands where a fact about an action points, and the notice that each of them gets, once. */
@Injectable()
export class ActionNotice {
  constructor(
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
  ) {}

  async tell(tx: Tx, { subject: actionId, sequence, time: at, data }: CloudEvent<ActionFact>): Promise<void> {
    const { standing, detail } = actionFact.parse(data);
    const file = standing.complaintId === null ? null : await this.cases.read(tx, standing.complaintId);
    const people = new Set<string>();
    for (const hearer of detail.to)
      for (const person of await this.peopleOf(tx, hearer, standing, file, at)) people.add(person);
    // Who is complained of hears nothing of the case (PRC-3).
    for (const person of people)
      if (file === null || !file.state.concerned.includes(person))
        await this.insert(tx, { actionId, sequence, at, person, complaintId: file?.id ?? null, code: detail.code });
  }

  private async peopleOf(
    tx: Tx,
    hearer: Hearer,
    { ownerId, departmentId }: ActionStanding,
    file: CaseFile | null,
    at: Instant,
  ): Promise<readonly string[]> {
    switch (hearer) {
      case 'owner':
        return [ownerId];
      case 'department-head': {
        const head = await this.directory.headOf(tx, departmentId);
        return head === null ? [] : [head];
      }
      case 'coordinator': {
        const pack = await this.packOf(tx, departmentId, file, at);
        const roles = pack?.roles.filter(({ capabilities }) => capabilities.includes('coordinate')) ?? [];
        return this.directory.holdersOf(
          tx,
          roles.map(({ code }) => code),
        );
      }
    }
  }

  private async packOf(tx: Tx, departmentId: string, file: CaseFile | null, at: Instant): Promise<Pack | null> {
    if (file !== null) return this.packs.byHash(tx, file.packHash);
    return (await this.packs.inForce(tx, at, departmentId))?.pack ?? null;
  }

  private async insert(tx: Tx, notice: NewNotice): Promise<void> {
    const { actionId, sequence, person, complaintId, code, at } = notice;
    await tx.query(
      `INSERT INTO intake.notices (id, person_id, complaint_id, action_id, action_sequence, code, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [uuid5(`${sequence}/${person}`, actionId), person, complaintId, actionId, sequence, code, at],
    );
  }
}

interface NewNotice {
  readonly actionId: string;
  readonly sequence: number;
  readonly person: string;
  readonly complaintId: string | null;
  readonly code: string;
  readonly at: Instant;
}
