import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plusMs, type Instant } from '@redress/policy';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { Company } from '../demo/company.ts';
import { ComplaintLife } from '../demo/complaint.life.ts';
import { ownComplaints } from '../inputs/own.complaints.ts';
import type { ComplaintInput } from '../inputs/complaint.input.ts';
import { dueAt, rungsAhead, rungsFired } from '../resilience/register.facts.ts';
import { fateOf, plant, type PoisonRow } from './poison.row.ts';

const MINUTES = 60_000;
const LATER_MS = 1_000;

let session: StorySession;
let company: Company;
beforeAll(async () => {
  session = await openStorySession(storyGround());
  company = await Company.open(storyGround());
});
afterAll(() => session?.close());

/** Nothing of this complaint is at work; others have left theirs open. */
const quiet = (life: ComplaintLife) => session.time.quiet(undefined, { among: [life.id] });

async function filed(key: string): Promise<ComplaintLife> {
  const [complaint] = ownComplaints(1);
  const life = await ComplaintLife.file(company, company.called('bo.wang'), complaint as ComplaintInput, key);
  await quiet(life);
  return life;
}

/** To where the result can be told, without a word to the customer so far: nothing was upheld. */
async function decided(life: ComplaintLife): Promise<void> {
  await life.byOwner('accept');
  await life.findAll('not upheld');
  await life.byOwner('proposals', { options: [{ compensation: 0, remedy: 'An apology.' }] });
  await life.approveWhereDue();
}

async function respondDue(life: ComplaintLife): Promise<Instant> {
  return dueAt(session.database, life.id, 'respond-1');
}

interface Poison {
  readonly says: string;
  readonly row: PoisonRow;
  readonly code: unknown;
  readonly comesTo?: (life: ComplaintLife) => Promise<void>;
}

const POISONS: readonly Poison[] = [
  {
    says: 'over which the stage’s decision breaks',
    row: { name: 'logContact', facts: null },
    code: 'DECISION_FAILED',
  },
  {
    says: 'whose step the register can never hold',
    row: { name: 'tellResult', facts: { channel: 'phone', answer: randomUUID() } },
    code: 'WILL_NOT_PASS',
    comesTo: decided,
  },
  {
    says: 'that no process can be sent',
    row: { name: 'neverHeardOf', facts: {} },
    code: expect.any(String),
  },
];

describe.each(POISONS)('a command $says', ({ row, code, comesTo, says }) => {
  let life: ComplaintLife;
  let poison: string;
  beforeAll(async () => {
    life = await filed(says.replaceAll(/\W/g, '-'));
    await comesTo?.(life);
    poison = await plant(session.database, life.id, row);
  }, 5 * MINUTES);

  it(
    'meets a fault and waits on the stuck list for a person',
    async () => {
      await quiet(life);
      expect(await fateOf(session.database, poison)).toEqual({ outcome: { status: 'fault', code }, stuck: code });
    },
    5 * MINUTES,
  );

  it(
    'stops no deadline of its complaint: every rung of respond fires at its instant',
    async () => {
      const { database, time } = session;
      const ahead = (await rungsAhead(database, life.id)).filter(({ duty }) => duty === 'respond-1');
      const deadline = await respondDue(life);
      await time.moveTo(plusMs(ahead.at(-1)?.at ?? deadline, LATER_MS), { among: [life.id] });
      const fired = (await rungsFired(database, life.id)).filter(({ duty }) => duty === 'respond-1');
      expect(fired).toEqual(ahead.map((rung) => ({ ...rung, firedFor: rung.at })));
      expect(ahead.map(({ at }) => at)).toContain(deadline);
    },
    5 * MINUTES,
  );

  it(
    'stops no act of people on its complaint',
    async () => {
      await life.byOwner('contacts', { channel: 'phone', outcome: 'reached', note: 'Regret said.' });
      await quiet(life);
      const told = await session.database.query(
        `SELECT code FROM intake.timeline WHERE complaint_id = $1 AND code = 'contacted'`,
        [life.id],
      );
      expect(told).toHaveLength(1);
    },
    5 * MINUTES,
  );
});
