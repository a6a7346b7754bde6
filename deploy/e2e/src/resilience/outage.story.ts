import type { RegisterComplaint } from '@redress/contracts';
import { plusMs, type Instant } from '@redress/policy';
import { ComplaintLife } from '../demo/complaint.life.ts';
import { ownComplaints } from '../inputs/own.complaints.ts';
import { PatientNetwork, type SentAct } from './patient.network.ts';
import { rungsAhead, setClock, type RungAt } from './register.facts.ts';
import { STARTS_AT, type ResilienceGround } from './resilience.ground.ts';

const MINUTE_MS = 60_000;
/** The contact and the reopening are in time, the deadlines still to come. */
export const EARLY_IN_THE_OUTAGE: Instant = plusMs(STARTS_AT, 20 * MINUTE_MS);
/** Every deadline, rung and window of the lives before has passed. */
export const LATE_IN_THE_OUTAGE: Instant = plusMs(STARTS_AT, 45 * 24 * 60 * MINUTE_MS);

const CONTACT = { channel: 'phone', outcome: 'reached', note: 'Regret said, next step agreed.' };
const ROLES = ['contactedInTime', 'wroteLate', 'silent', 'reopened', 'notReopened'] as const;
type Role = (typeof ROLES)[number] | 'filedMeanwhile';

/** What people do before and while Temporal and Kafka are away. */
export class OutageStory {
  /** The rungs as they stood in the ledger before they could fire. */
  readonly schedule = new Map<Role, readonly RungAt[]>();
  /** How each act of the outage was answered. */
  readonly answers = new Map<string, SentAct>();
  private readonly lives = new Map<Role, ComplaintLife>();
  private readonly network: PatientNetwork;

  constructor(private readonly own: ResilienceGround) {
    this.network = new PatientNetwork({ intakeUrl: own.ground.story.urls.intake });
  }

  get ids(): string[] {
    return [...this.lives.values()].map(({ id }) => id);
  }

  life(role: Role): ComplaintLife {
    const life = this.lives.get(role);
    if (life === undefined) throw new Error(`nobody has filed ${role}`);
    return life;
  }

  /** Five complaints; three are worked on, two are closed with their window open. */
  async before(): Promise<void> {
    for (const role of ROLES) await this.file(role);
    await this.own.session.time.quiet();
    for (const role of ROLES) await this.life(role).byOwner('accept');
    await closeOut(this.life('reopened'));
    await closeOut(this.life('notReopened'));
    await this.own.session.time.quiet();
    for (const role of ROLES) await this.keepSchedule(role);
  }

  /** In time: a complaint, a contact, a reopening. Then, when all is overdue, a message of the customer. */
  async meanwhile(): Promise<void> {
    const { database } = this.own.session;
    this.network.open();
    try {
      await setClock(database, EARLY_IN_THE_OUTAGE);
      await this.answered('receipt', () => this.file('filedMeanwhile'));
      await this.keepSchedule('filedMeanwhile');
      await this.answered('contact', () => this.life('contactedInTime').byOwner('contacts', CONTACT));
      await this.answered('reopening', () =>
        this.life('reopened').byCustomer('reopenings', { reason: 'It broke again.' }),
      );
      await setClock(database, LATE_IN_THE_OUTAGE);
      await this.answered('late message', () =>
        this.life('wroteLate').byCustomer('messages', { text: 'Is there any news?' }),
      );
    } finally {
      this.network.close();
    }
  }

  private async file(role: Role): Promise<void> {
    const complaint = ownComplaints(ROLES.length + 1)[this.lives.size] as Partial<RegisterComplaint>;
    this.lives.set(
      role,
      await ComplaintLife.file(this.own.company, this.own.company.called('bo.wang'), complaint, role),
    );
  }

  private async keepSchedule(role: Role): Promise<void> {
    this.schedule.set(role, await rungsAhead(this.own.session.database, this.life(role).id));
  }

  private async answered(name: string, act: () => Promise<void>): Promise<void> {
    await act();
    const last = this.network.acts.at(-1);
    if (last !== undefined) this.answers.set(name, last);
  }
}

/** From acceptance to closing, so that only the window for reopening is open. */
async function closeOut(life: ComplaintLife): Promise<void> {
  await life.byOwner('contacts', CONTACT);
  await life.findAll();
  await life.byOwner('proposals', { options: [{ compensation: 80, remedy: 'Put right, with an apology.' }] });
  await life.approveWhereDue();
  await life.offer(true);
  await life.carryOut();
  await life.byOwner('result', { channel: 'phone', answer: 'We were wrong. It is put right.' });
  await life.byOwner('analysis', { cause: 'process', analysis: 'A step was left to chance.' });
  await life.byCustomer('survey-answers', { result: 4, process: 4, satisfied: true });
  await life.byOwner('follow-ups', { solved: true, note: 'It holds.' });
}
