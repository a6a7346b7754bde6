import type { ComplaintLife } from './complaint.life.ts';

/** One act of a storyline, `afterMinutes` of domain time after the complaint was filed. */
export interface Act {
  readonly afterMinutes: number;
  readonly play: (life: ComplaintLife) => Promise<void>;
}

/** What becomes of a complaint, as people play it. */
export interface Storyline {
  readonly name: string;
  readonly acts: readonly Act[];
}

const MINUTES_A_DAY = 24 * 60;

const accept: Act['play'] = (life) => life.byOwner('accept');
const contact: Act['play'] = (life) =>
  life.byOwner('contacts', { channel: 'phone', outcome: 'reached', note: 'Regret said, next step agreed.' });
const find: Act['play'] = (life) => life.findAll();
const propose =
  (compensation: number): Act['play'] =>
  (life) =>
    life.byOwner('proposals', { compensation, goodwill: 0, remedy: 'Put right, with an apology.' });
const tell: Act['play'] = (life) =>
  life.byOwner('result', { channel: 'phone', answer: 'We were wrong. It is put right; here is what we change.' });
const finish: Act['play'] = async (life) => {
  await life.byOwner('analysis', { cause: 'process', analysis: 'A step was left to chance.' });
  await life.byOwner('close');
};

/** From the finding to closing, within the owner's own authority. */
const settled = (from: number): Act[] => [
  { afterMinutes: from, play: find },
  { afterMinutes: from + 5, play: propose(80) },
  { afterMinutes: from + 10, play: (life) => life.approveWhereDue() },
  { afterMinutes: from + 30, play: tell },
  { afterMinutes: from + 60, play: finish },
];

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
      { afterMinutes: 180, play: tell },
      { afterMinutes: 200, play: finish },
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
      ...settled(60),
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
];
