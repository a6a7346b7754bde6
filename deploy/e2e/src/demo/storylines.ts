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
/** Nobody did anything for so long: every rung of the ladder has been told. */
const LATE = 5 * MINUTES_A_DAY;
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

/** Accepted, and a person has spoken with the customer, in time even on the fast lane. */
const begun: readonly Act[] = [
  { afterMinutes: 5, play: accept },
  { afterMinutes: 10, play: contact },
];

/**
 * Found, proposed, offered, carried out and told; `from` is when the findings stand. People act on the half hour, so that
 * many act at once and time stands still less often.
 */
const resolved = (from: number): Act[] => [
  { afterMinutes: from, play: find },
  { afterMinutes: from + 30, play: propose(80) },
  { afterMinutes: from + 60, play: (life) => life.approveWhereDue() },
  ...carriedOut(from + 90),
];

const carriedOut = (from: number): Act[] => [
  { afterMinutes: from, play: offerAccepted },
  { afterMinutes: from + 30, play: carryOut },
  { afterMinutes: from + 60, play: tell },
];

/** The customer is content, the cause is recorded, and it closes; looked at once more in time. */
const closed = (told: number): Act[] => [
  { afterMinutes: told + MINUTES_A_DAY, play: surveyed(5) },
  { afterMinutes: told + MINUTES_A_DAY + 30, play: analyse },
  { afterMinutes: told + MINUTES_A_DAY + 60, play: report },
  { afterMinutes: told + 10 * MINUTES_A_DAY, play: followUp },
];

/** From the finding to the last look, within the owner's own authority. */
const settled = (from: number): Act[] => [...resolved(from), ...closed(from + 150)];

/** The lives that the demo plays, turn and turn about. */
export const STORYLINES: readonly Storyline[] = [
  {
    name: 'handled in time',
    acts: [...begun, ...settled(60)],
  },
  {
    name: 'the owner does not accept: the backup takes over',
    acts: [{ afterMinutes: 150, play: contact }, { afterMinutes: 180, play: accept }, ...settled(210)],
  },
  {
    name: 'the owner falls ill: the backup goes on',
    acts: [
      ...begun,
      // At a moment of its own: whoever acts meanwhile must know whose the complaint is.
      { afterMinutes: 40, play: (life, at) => life.ownerFallsIll(plusMs(at, 6 * HOUR_MS)) },
      ...settled(60),
    ],
  },
  {
    name: 'returned once, then approved',
    acts: [
      ...begun,
      { afterMinutes: 60, play: find },
      { afterMinutes: 90, play: propose(900) },
      {
        afterMinutes: 120,
        play: (life) => life.byJudge('return', { to: 'investigating', reasons: 'Nobody asked the depot.' }),
      },
      { afterMinutes: 150, play: find },
      { afterMinutes: 180, play: propose(900) },
      { afterMinutes: 210, play: (life) => life.byJudge('approve') },
      ...carriedOut(240),
      ...closed(300),
    ],
  },
  {
    name: 'nobody speaks to the customer: the ladder climbs',
    acts: [{ afterMinutes: 5, play: accept }, { afterMinutes: LATE, play: contact }, ...settled(LATE + 60)],
  },
  {
    name: 'reopened: a second round by another handler',
    acts: [
      ...begun,
      ...resolved(60),
      { afterMinutes: MINUTES_A_DAY + 210, play: surveyed(4) },
      { afterMinutes: MINUTES_A_DAY + 240, play: analyse },
      { afterMinutes: LATE, play: (life) => life.byCustomer('reopenings', { reason: 'It broke again.' }) },
      { afterMinutes: LATE + 30, play: accept },
      ...settled(LATE + 60),
    ],
  },
  {
    name: 'the customer asks meanwhile',
    acts: [
      { afterMinutes: 5, play: accept },
      { afterMinutes: 20, play: (life) => life.byCustomer('messages', { text: 'Is there any news?' }) },
      { afterMinutes: 60, play: contact },
      ...settled(90),
    ],
  },
  {
    name: 'the first offer is refused, the second accepted',
    acts: [
      ...begun,
      { afterMinutes: 60, play: find },
      { afterMinutes: 90, play: propose(80, 160) },
      { afterMinutes: 120, play: (life) => life.approveWhereDue() },
      { afterMinutes: 150, play: offerRefused },
      ...carriedOut(180),
      ...closed(240),
    ],
  },
  {
    name: 'not satisfied: the survey begins a second round',
    acts: [
      ...begun,
      ...resolved(60),
      { afterMinutes: MINUTES_A_DAY + 210, play: surveyed(1) },
      { afterMinutes: MINUTES_A_DAY + 240, play: accept },
      ...settled(MINUTES_A_DAY + 270),
    ],
  },
  {
    name: 'a department is silent: its head hears of it',
    acts: [
      ...begun,
      { afterMinutes: 60, play: (life) => life.askAnother('When was it scanned last?') },
      { afterMinutes: LATE, play: (life) => life.answerAll('On the 3rd, at the depot.') },
      ...settled(LATE + 60),
    ],
  },
];
