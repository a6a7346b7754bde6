import { wholeNumber } from '@redress/contracts';
import { z } from 'zod';
import { departmentCode } from '../departments/department.schemas.ts';

/** Whom one may have to call, beside the own people (WRK-1). */
export const CONTACT_KINDS = ['emergency', 'police', 'hospital', 'mediator', 'regulator', 'supplier', 'other'] as const;

const kind = z.enum(CONTACT_KINDS);
const line = z.string().trim().min(1).max(200);
const title = z.strictObject({ zh: line, en: line });
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()/.-]{1,38}$/, 'digits, spaces and the signs + ( ) / . -');
/** A named person outside: name and direct number are encrypted under a key of the entry's own. */
const person = z.strictObject({ name: line, phone: phone.nullable().default(null) });

const fields = {
  kind,
  title,
  phone: phone.nullable(),
  email: z.email().max(200).nullable(),
  departmentId: departmentCode.nullable(),
  person: person.nullable(),
};

/** An entry of the contact list; `person` is null too when its key was deleted. */
export const contactView = z
  .object({ id: z.uuid(), ...fields, person: z.object({ name: line, phone: phone.nullable() }).nullable() })
  .meta({ id: 'Contact' });
export type ContactView = z.output<typeof contactView>;

export const contactList = z
  .object({ items: z.array(contactView), next: z.string().nullable() })
  .meta({ id: 'Contacts' });
export type ContactList = z.output<typeof contactList>;

/** `after` is the `next` of the page before. */
export const contactQuery = z.strictObject({
  kind: kind.optional(),
  after: z.string().max(100).optional(),
  limit: wholeNumber(1, 200).default(100),
});
export type ContactQuery = z.output<typeof contactQuery>;

export const newContact = z
  .strictObject({
    kind,
    title,
    phone: fields.phone.default(null),
    email: fields.email.default(null),
    departmentId: fields.departmentId.default(null),
    person: fields.person.default(null),
  })
  .refine(hasNumber, 'has a phone number, an e-mail address or a person')
  .meta({ id: 'NewContact' });
export type NewContact = z.output<typeof newContact>;

/** Only what is named changes. */
export const contactChange = z
  .strictObject({
    kind: kind.optional(),
    title: title.optional(),
    phone: fields.phone.optional(),
    email: fields.email.optional(),
    departmentId: fields.departmentId.optional(),
    person: fields.person.optional(),
  })
  .meta({ id: 'ContactChange' });
export type ContactChange = z.output<typeof contactChange>;

/** An entry that nobody can be reached by helps nobody. */
export function hasNumber(contact: { phone: unknown; email: unknown; person: unknown }): boolean {
  return contact.phone !== null || contact.email !== null || contact.person !== null;
}
