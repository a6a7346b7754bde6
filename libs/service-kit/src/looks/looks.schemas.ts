import { instant } from '@redress/contracts';
import { z } from 'zod';

/** What can be looked at of a restricted case. */
export const LOOKED_AT = [
  ...(['complaint', 'timeline', 'corrections', 'command', 'list', 'export', 'figures', 'causes', 'action'] as const),
] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

/** What the looks are narrowed to; `after` is the `next` of an earlier page. */
export const looksQuery = z.strictObject({
  complaintId: z.uuid().optional(),
  personId: z.uuid().optional().describe('who looked'),
  from: instant.optional(),
  to: instant.optional().describe('before this instant'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'is the `next` of an earlier page')
    .optional(),
});
export type LooksQuery = z.output<typeof looksQuery>;

const look = z.strictObject({
  complaintId: z.uuid(),
  personId: z.uuid(),
  what: z.enum(LOOKED_AT),
  at: z.iso.datetime(),
});

/** Looks at restricted cases, the latest first. */
export const looksPage = z.strictObject({ items: z.array(look), next: z.string().nullable() }).meta({ id: 'Looks' });
export type LooksPage = z.output<typeof looksPage>;
