import { randomInt, randomUUID } from 'node:crypto';

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gra',
  'hol',
  'jin',
  'kat',
  'lom',
  'mer',
  'nor',
  'pel',
  'rus',
  'ten',
  'vol',
];
const WORDS_OF_A_STORY = 30;

/** A complaint as a clerk writes it down: each of another customer about another matter, in words of its own. */
export function someComplaint(): string {
  const story = Array.from({ length: WORDS_OF_A_STORY }, word).join(' ');
  return JSON.stringify({
    channel: 'hotline',
    language: 'en',
    departmentId: 'logistics',
    complainant: { name: `${word()} ${word()}`, mobile: `+44 7${digits(9)}`, email: `${randomUUID()}@example.org` },
    assessment: { severity: 1, urgency: 2, prevalence: 1 },
    matters: [{ category: 'delivery', reference: `ORD-${digits(10)}` }],
    description: `My parcel has not come. ${story}.`,
  });
}

const word = () => Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
const digits = (n: number) => Array.from({ length: n }, () => randomInt(10)).join('');
