import { COMPLAINT_KINDS, type ContactChannel } from '@redress/policy';
import { z } from 'zod';
import { amount, code, instant, words } from '../fields.ts';

/** The ways a complaint comes in (INT-1). */
export const CHANNELS = [
  'hotline',
  'e-mail',
  'chat',
  'web-form',
  'social-media',
  'third-party',
  'letter',
  'face-to-face',
] as const;

const shortWords = z.string().trim().min(1).max(500);

/** Who complains (INT-10). Nothing is mandatory here; the pack says what is. */
const complainant = z.strictObject({
  name: shortWords.optional(),
  sex: z.enum(['female', 'male', 'other']).optional(),
  address: shortWords.optional(),
  relation: shortWords.optional(),
  identity: z.enum(['individual', 'company', 'public-figure', 'journalist', 'other']).optional(),
  contactPerson: shortWords.optional(),
  mobile: z.string().trim().min(3).max(40).optional(),
  phone: z.string().trim().min(3).max(40).optional(),
  email: z.email().max(254).optional(),
  account: shortWords.optional(),
  insuredOrOwner: shortWords.optional(),
  important: z.boolean().optional(),
});

const dimension = z.int().min(1).max(4).optional();

/** What is known for grading at the door (INT-18); what is left out is not settled. */
const assessment = z.strictObject({
  severity: dimension,
  urgency: dimension,
  prevalence: dimension,
  customerImportance: dimension,
  danger: z.boolean().optional(),
  propertyLoss: z.boolean().optional(),
  media: z.boolean().optional(),
  network: z.boolean().optional(),
  legalDispute: z.boolean().optional(),
  coreInterest: z.boolean().optional(),
  threatensToGoOutside: z.boolean().optional(),
  staffSafety: z.boolean().optional(),
  hasBeenOutside: z.boolean().optional(),
  hasComplainedToMedia: z.boolean().optional(),
  grade: z.int().min(0).max(3).optional(),
});

/** A field that cannot be filled, and why (INT-10). */
const unfilled = z.strictObject({ field: code, because: z.enum(['unknown', 'refused', 'none']) });

/** One thing complained of (glossary: matter). */
const matter = z.strictObject({
  category: code,
  reason: shortWords.optional(),
  product: shortWords.optional(),
  reference: shortWords.optional(),
  place: shortWords.optional(),
  happenedAt: instant.optional(),
  departmentComplainedOf: code.optional(),
  personComplainedOf: shortWords.optional(),
  lossClaimed: amount.optional(),
  amountInDispute: amount.optional(),
});

/** A receipt: `POST /complaints` (INT-10). */
export const registerComplaint = z
  .strictObject({
    channel: z.enum(CHANNELS),
    receivedAt: instant.optional(),
    language: z.enum(['zh', 'en']).default('zh'),
    departmentId: code.optional(),
    complainant: complainant.default({}),
    assessment: assessment.default({}),
    matters: z.array(matter).min(1).max(20),
    description: words,
    wish: words.optional(),
    kind: z.enum(COMPLAINT_KINDS).default('complaint'),
    unfilled: z.array(unfilled).max(20).default([]),
    /** In the talk in which it was registered regret, who is responsible and what comes next were said (PRC-1). */
    contactMade: z.boolean().default(false),
    /** Number of an earlier complaint by the same customer on the same matter (INT-3). */
    repeatOf: z.string().max(40).optional(),
    /** Number of a complaint that was taken for misconduct and is an ordinary one: it is received when that one was (INT-15). */
    sentBackFrom: z.string().max(40).optional(),
    drill: z.boolean().default(false),
  })
  .meta({ id: 'RegisterComplaint' });

export type RegisterComplaint = z.output<typeof registerComplaint>;
export type Complainant = z.output<typeof complainant>;

/** The ways to speak to the complainant that the record holds (PRC-1); none of them leaves `contact` unfilled (INT-10). */
export function waysOf({ mobile, phone, email, address, account }: Complainant): ContactChannel[] {
  const held: [ContactChannel, unknown][] = [
    ['phone', mobile ?? phone],
    ['e-mail', email],
    ['letter', address],
    ['chat', account],
  ];
  return held.flatMap(([way, value]) => (value === undefined ? [] : [way]));
}

export const registerComplaintExample: z.input<typeof registerComplaint> = {
  channel: 'hotline',
  language: 'en',
  complainant: { name: 'Grace Okafor', mobile: '+44 7700 900123' },
  assessment: { severity: 2, urgency: 3, prevalence: 1 },
  matters: [{ category: 'delivery', reference: 'ORD-10045', amountInDispute: 129.9 }],
  description: 'My parcel has been "out for delivery" for nine days and nobody can say where it is.',
  wish: 'Send a new one or give me my money back.',
};
