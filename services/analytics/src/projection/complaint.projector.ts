import { Inject, Injectable } from '@nestjs/common';
import { Database, takeOnce, type CloudEvent, type Tx } from '@redress/db';
import { AnswerRepository } from './answer.repository.ts';
import { complaintFactOf, type ComplaintFact } from './complaint.fact.ts';
import { ComplaintRepository } from './complaint.repository.ts';
import { COMPLAINTS_CONSUMER } from './complaints.group.ts';
import {
  closed,
  dutyChanged,
  dutyClosed,
  dutyOpened,
  followedUp,
  isOfRecord,
  registered,
  rungFired,
  surveyed,
} from './detail.schemas.ts';
import { DutyRepository } from './duty.repository.ts';
import { GenerationRepository } from './generation.repository.ts';
import { RoundRepository } from './round.repository.ts';
import { RungRepository } from './rung.repository.ts';

type Effect = (tx: Tx, fact: ComplaintFact) => Promise<void>;

/**
 * Puts a fact into the read model: taken once and its effect, in one transaction. Every effect of its own may come in
 * any order; only the standing is kept from going back.
 */
@Injectable()
export class ComplaintProjector {
  private readonly effects = new Map<string, Effect>([
    ['registered', (tx, fact) => this.complaints.register(tx, fact, registered.parse(fact.detail))],
    ['acknowledged', (tx, fact) => this.complaints.acknowledge(tx, fact)],
    ['returned', (tx, fact) => this.complaints.count(tx, fact, 'returned')],
    ['reopened', (tx, fact) => this.complaints.count(tx, fact, 'reopened')],
    ['ended', (tx, fact) => this.complaints.end(tx, fact)],
    ['told', (tx, fact) => this.rounds.tell(tx, fact)],
    ['closed', (tx, fact) => this.rounds.close(tx, fact, closed.parse(fact.detail).closing)],
    ['duty-opened', (tx, fact) => this.duties.open(tx, fact, dutyOpened.parse(fact.detail))],
    ['duty-closed', (tx, fact) => this.duties.close(tx, fact, dutyClosed.parse(fact.detail))],
    ['duty-changed', (tx, fact) => this.duties.change(tx, fact, dutyChanged.parse(fact.detail))],
    ['surveyed', (tx, fact) => this.answers.survey(tx, fact, surveyed.parse(fact.detail))],
    ['followed-up', (tx, fact) => this.answers.followUp(tx, fact, followedUp.parse(fact.detail))],
    ['warned', (tx, fact) => this.fire(tx, fact, 'warned')],
    ['escalated', (tx, fact) => this.fire(tx, fact, 'escalated')],
  ]);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(GenerationRepository) private readonly generations: GenerationRepository,
    @Inject(ComplaintRepository) private readonly complaints: ComplaintRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(RoundRepository) private readonly rounds: RoundRepository,
    @Inject(RungRepository) private readonly rungs: RungRepository,
    @Inject(AnswerRepository) private readonly answers: AnswerRepository,
  ) {}

  /** Harmless to repeat. A consumer of an older generation has no say any more: its effect would count twice. */
  async project(event: CloudEvent, generation: number): Promise<void> {
    const fact = complaintFactOf(event);
    await this.database.tx(async (tx) => {
      if (!(await this.generations.holds(tx, generation))) return;
      if (!(await takeOnce(tx, 'analytics', COMPLAINTS_CONSUMER, event.id))) return;
      if (!(await this.complaints.note(tx, fact))) return;
      await this.follow(tx, fact);
      await this.effects.get(fact.code)?.(tx, fact);
    });
  }

  private async follow(tx: Tx, fact: ComplaintFact): Promise<void> {
    if (await this.complaints.stand(tx, fact)) await this.duties.follow(tx, fact);
    else await this.complaints.fill(tx, fact);
  }

  private async fire(tx: Tx, fact: ComplaintFact, code: 'warned' | 'escalated'): Promise<void> {
    const fired = rungFired.parse(fact.detail);
    if (isOfRecord(fired)) return;
    await this.rungs.fire(tx, fact, fired, code === 'warned');
    await this.complaints.count(tx, fact, code);
  }
}
