import { wholeNumber } from '@redress/contracts';
import { CAPABILITIES } from '@redress/policy';
import { z } from 'zod';

export const capabilitySchema = z.enum(CAPABILITIES);

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'letters a-z, digits and dashes');
const amount = z.number().nonnegative().max(1e12).nullable();
const limits = z.strictObject({ compensation: amount, goodwill: amount });
const codes = z.array(code).max(50);
/** What somebody can take: a category of complaints, a language, a channel (WRK-1). */
const skills = z
  .array(
    z
      .string()
      .regex(/^(category|language|channel):[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'category:…, language:… or channel:…'),
  )
  .max(100);

/** Somebody who works here, as colleagues see them; the phone number is for the person and for administrators. */
export const personView = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    departmentId: z.string(),
    roles: z.array(z.string()),
    skills: z.array(z.string()),
    backupId: z.uuid().nullable(),
    onDuty: z.boolean(),
    absentFrom: z.iso.datetime().nullable(),
    absentUntil: z.iso.datetime().nullable(),
    limits,
  })
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof personView>;

export const peopleList = z.object({ items: z.array(personView), next: z.string().nullable() }).meta({ id: 'People' });
export type PeopleList = z.output<typeof peopleList>;

/** `after` is the `next` of the page before. */
export const peopleQuery = z.strictObject({
  department: code.optional(),
  after: z.string().max(100).optional(),
  limit: wholeNumber(1, 200).default(100),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

export const newPerson = z
  .strictObject({
    /** Chosen by who asks, as when a directory is brought in: asked twice, it is refused as taken. */
    id: z.uuid().optional(),
    username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'letters a-z, digits, dots, dashes and underscores'),
    name: z.string().trim().min(1).max(200),
    phone: z.string().trim().min(3).max(40).nullable().default(null),
    departmentId: code,
    roles: codes.min(1),
    skills: skills.default([]),
    backupId: z.uuid().nullable().default(null),
    limits: limits.default({ compensation: null, goodwill: null }),
    password: z.string().min(10).max(1000),
  })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.output<typeof newPerson>;

/** Only what is named changes. */
export const personChange = z
  .strictObject({
    onDuty: z.boolean().optional(),
    backupId: z.uuid().nullable().optional(),
    limits: limits.optional(),
    skills: skills.optional(),
    roles: codes.min(1).optional(),
    departmentId: code.optional(),
  })
  .meta({ id: 'PersonChange' });
export type PersonChange = z.output<typeof personChange>;
