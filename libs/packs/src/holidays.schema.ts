import { z } from 'zod';
import { fields, nonEmpty } from './fields.ts';
import { holidayPlaceFault } from './public-holidays.ts';

const RIGHT = 'write years such as `2026..2028`, at most 20';
const MOST_YEARS = 20;

/** Years from and to, both in it: `2026..2028`, or one: `2026`. */
const years = z.union([z.string(), z.number()], { error: RIGHT }).transform((given, context): number[] => {
  const [, first = '', last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(String(given)) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first !== '' && count >= 1 && count <= MOST_YEARS)
    return Array.from({ length: count }, (_, index) => Number(first) + index);
  context.addIssue({ code: 'custom', message: `\`${given}\` are no years; ${RIGHT}` });
  return z.NEVER;
});

/** The public holidays of a country, or of a region of it, in those years: they become closed days when it is compiled. */
const holidays = fields({
  country: nonEmpty('a country such as `GB`'),
  region: nonEmpty('a region of the country such as `ENG`').optional(),
  years,
}).superRefine(({ country, region }, context) => {
  const fault = holidayPlaceFault(country, region ?? null);
  if (fault !== null) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message });
});

/** One place or a list of them. Not a union: that would say nothing but that neither fits. */
export const holidaysOfPlaces = z
  .unknown()
  .transform((given, context): z.output<typeof holidays>[] => {
    const parsed = z.array(holidays).safeParse(Array.isArray(given) ? given : [given]);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: Array.isArray(given) ? path : path.slice(1), message });
    return z.NEVER;
  })
  .prefault([]);
