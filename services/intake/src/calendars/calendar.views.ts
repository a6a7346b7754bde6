import { z } from 'zod';

/** Far more than any calendar needs. */
const LONGEST_DOCUMENT = 200_000;

/** A version of a calendar; the one in force is the last that was published. */
export const calendarVersion = z
  .strictObject({
    code: z.string(),
    version: z.string().describe('hash of the content'),
    publishedAt: z.iso.datetime(),
    publishedBy: z.uuid().nullable().describe('null for one that came with the product'),
    inForce: z.boolean(),
    coversUntil: z.iso.date().nullable().describe('last day whose holidays it knows; null when it has no end'),
    daysLeft: z.int().nullable().describe('days covered after today; negative when it has run out'),
    lapsing: z.boolean().describe('in force, and a new version is due'),
    clocksBeyond: z.int().describe('open clocks that fall due after its end'),
  })
  .meta({ id: 'CalendarVersion' });

export const calendarList = z.strictObject({ items: z.array(calendarVersion) }).meta({ id: 'Calendars' });

/** The text of a calendar, in YAML. */
export const calendarDocumentBody = z
  .strictObject({ document: z.string().min(1).max(LONGEST_DOCUMENT) })
  .meta({ id: 'CalendarDocument' });

/** What a publication has brought about. */
export const calendarPublication = z
  .strictObject({
    code: z.string(),
    version: z.string(),
    complaints: z.int().describe('open complaints whose clocks are reckoned anew'),
  })
  .meta({ id: 'CalendarPublication' });

export type CalendarVersion = z.output<typeof calendarVersion>;
export type CalendarList = z.output<typeof calendarList>;
export type CalendarDocumentBody = z.output<typeof calendarDocumentBody>;
export type CalendarPublication = z.output<typeof calendarPublication>;
