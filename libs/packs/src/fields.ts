import { z } from 'zod';
import { suggestion } from './nearest.ts';

/** A map of exactly these fields; anything else is refused with the field that was probably meant. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `here belongs a map with the fields ${known.join(', ')}`;
      const [key = ''] = issue.keys as string[];
      return `\`${key}\` is no field here; ${suggestion(key, known)}`;
    },
  });
}

/** One of a fixed set of words. */
export function oneOf<const Known extends readonly string[]>(known: Known, what: string) {
  return z.enum(known, {
    error: (issue) => `\`${String(issue.input)}\` is no ${what}; ${suggestion(String(issue.input), known)}`,
  });
}

/** A short name used by other parts of the document. */
export const code = z
  .string({ error: 'write a code in quotes, such as `"1"` or `department-head`' })
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    error: (issue) => `\`${String(issue.input)}\` is no code; use small letters, digits and hyphens, at most 40`,
  });

/** A text in both languages. */
export const words = fields({ zh: nonEmpty('the Chinese text'), en: nonEmpty('the English text') });

/** A text that says something. */
export function nonEmpty(what: string) {
  return z
    .string({ error: `write ${what}` })
    .trim()
    .min(1, { error: `write ${what}` });
}

/** A yes/no that is no where it is left out. */
export const flag = z.boolean({ error: 'write `true` or `false`' }).default(false);
