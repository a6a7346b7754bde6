import { plusMs, type Instant } from '@redress/policy';
import type { ComplaintLife } from './complaint.life.ts';

/** One act of a storyline, `afterMinutes` of domain time after the complaint was filed. */
export interface Act {
  readonly afterMinutes: number;
  readonly play: (life: ComplaintLife, at: Instant) => Promise<void>;
}

/** What becomes of a complaint, as people play it. */
export interface Storyline {
  readonly name: string;
  readonly acts: readonly Act[];
}

const MINUTES_A_DAY = 24 * 60;
const HOUR_MS = 3_600_000;

const accept: Act['play'] = (life) => life.byOwner('accept');
const contact: Act['play'] = (life) =>
  life.byOwner('contacts', { channel: 'phone', outcome: 'reached', note: 'Regret said, next step agreed.' });
const find: Act['play'] = (life) => life.findAll();
const option = (compensation: number) => ({ compensation, remedy: 'Put right, with an apology.' });
const propose =
  (...compensations: number[]): Act['play'] =>
  (life) =>
    life.byOwner('proposals', { options: compensations.map(option) });
const offerAccepted: Act['play'] = (life) => life.offer(true);
const offerRefused: Act['play'] = (life) => life.offer(false);
const carryOut: Act['play'] = (life) => life.carryOut();
const tell: Act['play'] = (life) =>
  life.byOwner('result', { channel: 'phone', answer: 'We were wrong. It is put right; here is what we change.' });
const surveyed =
  (result: number): Act['play'] =>
  (life) =>
    life.byCustomer('survey-answers', { result, process: result, satisfied: result > 2 });
const analyse: Act['play'] = (life) =>
  life.byOwner('analysis', { cause: 'process', analysis: 'A step was left to chance.' });
const report: Act['play'] = (life) => life.reportWhereOwed();
const followUp: Act['play'] = (life) => life.byOwner('follow-ups', { solved: true, note: 'It has held since.' });

/** Found, proposed, offered, carried out and told; `from` is when the findings stand. */
const resolved = (from: number): Act[] => [
  { afterMinutes: from, play: find },
  { afterMinutes: from + 5, play: propose(80) },
  { afterMinutes: from + 10, play: (life) => life.approveWhereDue() },
  ...carriedOut(from + 15),
];

const carriedOut = (from: number): Act[] => [
  { afterMinutes: from, play: offerAccepted },
  { afterMinutes: from + 10, play: carryOut },
  { afterMinutes: from + 15, play: tell },
];

/** The customer is content, the cause is recorded, and it closes; looked at once more in time. */
const closed = (told: number): Act[] => [
  { afterMinutes: told + MINUTES_A_DAY + 60, play: surveyed(5) },
  { afterMinutes: told + MINUTES_A_DAY + 120, play: analyse },
  { afterMinutes: told + MINUTES_A_DAY + 180, play: report },
  { afterMinutes: told + 10 * MINUTES_A_DAY, play: followUp },
];

/** From the finding to the last look, within the owner's own authority. */
const settled = (from: number): Act[] => [...resolved(from), ...closed(from + 30)];

/** The lives that the demo plays, turn and turn about. */
export const STORYLINES: readonly Storyline[] = [
  {
    name: 'handled in time',
    acts: [{ afterMinutes: 5, play: accept }, { afterMinutes: 20, play: contact }, ...settled(60)],
  },
  {
    name: 'the owner does not accept: the backup takes over',
    acts: [{ afterMinutes: 130, play: contact }, { afterMinutes: 131, play: accept }, ...settled(150)],
  },
  {
    name: 'the owner falls ill: the backup goes on',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: contact },
      { afterMinutes: 40, play: (life, at) => life.ownerFallsIll(plusMs(at, 6 * HOUR_MS)) },
      ...settled(60),
    ],
  },
  {
    name: 'returned once, then approved',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 15, play: contact },
      { afterMinutes: 60, play: find },
      { afterMinutes: 65, play: propose(900) },
      {
        afterMinutes: 90,
        play: (life) => life.byJudge('return', { to: 'investigating', reasons: 'Nobody asked the depot.' }),
      },
      { afterMinutes: 120, play: find },
      { afterMinutes: 125, play: propose(900) },
      { afterMinutes: 150, play: (life) => life.byJudge('approve') },
      ...carriedOut(165),
      ...closed(180),
    ],
  },
  {
    name: 'nobody speaks to the customer: the ladder climbs',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 3 * MINUTES_A_DAY, play: contact },
      ...settled(3 * MINUTES_A_DAY + 30),
    ],
  },
  {
    name: 'reopened: a second round by another handler',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: contact },
      ...resolved(60),
      { afterMinutes: MINUTES_A_DAY + 200, play: surveyed(4) },
      { afterMinutes: MINUTES_A_DAY + 210, play: analyse },
      { afterMinutes: 5 * MINUTES_A_DAY, play: (life) => life.byCustomer('reopenings', { reason: 'It broke again.' }) },
      { afterMinutes: 5 * MINUTES_A_DAY + 5, play: accept },
      ...settled(5 * MINUTES_A_DAY + 60),
    ],
  },
  {
    name: 'the customer asks meanwhile',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 10, play: (life) => life.byCustomer('messages', { text: 'Is there any news?' }) },
      { afterMinutes: 20, play: contact },
      ...settled(60),
    ],
  },
  {
    name: 'the first offer is refused, the second accepted',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: contact },
      { afterMinutes: 60, play: find },
      { afterMinutes: 65, play: propose(80, 160) },
      { afterMinutes: 70, play: (life) => life.approveWhereDue() },
      { afterMinutes: 75, play: offerRefused },
      ...carriedOut(120),
      ...closed(135),
    ],
  },
  {
    name: 'not satisfied: the survey begins a second round',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: contact },
      ...resolved(60),
      { afterMinutes: MINUTES_A_DAY + 200, play: surveyed(1) },
      { afterMinutes: MINUTES_A_DAY + 210, play: accept },
      ...settled(MINUTES_A_DAY + 260),
    ],
  },
  {
    name: 'a department is silent: its head hears of it',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: contact },
      { afterMinutes: 30, play: (life) => life.askAnother('When was it scanned last?') },
      { afterMinutes: 5 * MINUTES_A_DAY, play: (life) => life.answerAll('On the 3rd, at the depot.') },
      ...settled(5 * MINUTES_A_DAY + 60),
    ],
  },
];
