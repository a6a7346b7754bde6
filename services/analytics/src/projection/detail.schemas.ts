import { z } from 'zod';

/** The parts of event details that the figures use; the whole was checked against the contract before. */
export const registered = z.object({
  channel: z.string(),
  /** Codes with commas between. */
  categories: z.string().transform((codes) => [...new Set(codes.split(',').filter((code) => code !== ''))]),
});

export const closed = z.object({ closing: z.string() });

export const dutyChanged = z.object({ dutyId: z.string(), kind: z.string(), dueAt: z.iso.datetime() });

/** `departmentId` is the department that was asked, where it is not the complaint's own matter. */
export const dutyOpened = dutyChanged.extend({ departmentId: z.string().nullable().default(null) });

export const dutyClosed = dutyOpened.extend({
  verdict: z.enum(['in-time', 'late', 'dropped']),
  holder: z.uuid().nullable(),
});

export const rungFired = z.object({
  dutyId: z.string(),
  rung: z.string(),
  dueAt: z.iso.datetime(),
  firedFor: z.iso.datetime(),
});

/** Who handles a record of misconduct does not handle the complaint: no figure counts its rungs (INT-15). */
export function isOfRecord({ dutyId }: Pick<z.output<typeof rungFired>, 'dutyId'>): boolean {
  return dutyId.startsWith('misconduct-');
}

export const surveyed = z.object({
  result: z.int().min(1).max(5),
  process: z.int().min(1).max(5),
  recommend: z.int().nullable(),
  satisfied: z.boolean(),
});

export const followedUp = z.object({ solved: z.boolean() });

export type Registered = z.output<typeof registered>;
export type DutyChanged = z.output<typeof dutyChanged>;
export type DutyOpened = z.output<typeof dutyOpened>;
export type DutyClosed = z.output<typeof dutyClosed>;
export type RungFired = z.output<typeof rungFired>;
export type Surveyed = z.output<typeof surveyed>;
export type FollowedUp = z.output<typeof followedUp>;
