import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { MassRepository } from './mass.repository.ts';
import type { MassCandidates } from './mass.views.ts';

const NEWEST = 200;

/** What looks like a mass complaint, for who decides whether it is one (INT-4). */
@Injectable()
export class MassService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(MassRepository) private readonly masses: MassRepository,
  ) {}

  /** The newest first; complaints that nobody may see without the grant are not among them. */
  async list(): Promise<MassCandidates> {
    const items = await this.database.query<{
      id: string;
      proposed_at: Date;
      decided_at: Date | null;
      lead_id: string | null;
      complaints: { id: string; number: string }[];
    }>(
      `SELECT candidate.id, proposed_at, decided_at, lead_id,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', complaint.id, 'number', number) ORDER BY number), '[]')
          FROM intake.complaints AS complaint WHERE complaint.id = ANY(complaint_ids) AND access = 'open') AS complaints
       FROM intake.mass_candidates AS candidate ORDER BY proposed_at DESC, id LIMIT ${NEWEST}`,
    );
    return {
      items: items.map(({ id, complaints, ...row }) => ({
        ...{ id, complaints, leadId: row.lead_id },
        proposedAt: row.proposed_at.toISOString(),
        decidedAt: row.decided_at?.toISOString() ?? null,
      })),
    };
  }

  /** A person has looked: it is none. Throws RefusalError where no candidate is open under that id. */
  async dismiss(candidateId: string, actor: Actor): Promise<void> {
    const dismissed = await this.database.tx(async (tx) =>
      this.masses.decide(tx, candidateId, actor.id, null, await this.clock.now(tx)),
    );
    if (!dismissed) throw new RefusalError(404, { code: 'no-open-candidate' });
  }
}
