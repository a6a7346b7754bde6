import { z } from 'zod';

/** A person's words: kept whole, at most 20,000 characters. */
export const words = z.string().trim().min(1).max(20_000);

const EARLIEST = Date.UTC(1900, 0);
const LATEST = Date.UTC(2200, 0);

/** Domain instant as it travels: ISO 8601 with an offset, of the years 1900 to 2199; kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= EARLIEST && Date.parse(text) < LATEST, 'lies outside the years 1900 to 2199')
  .transform((text) => new Date(text).toISOString());

/** Amount in the pack's currency, two decimals at most. */
export const amount = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'at most two decimals');

/** A code of the pack or of a category: letters, digits, dots, dashes. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a code of letters, digits, dots and dashes, at most 64 long');

const PLAIN_DIGITS = /^(0|[1-9]\d{0,15})$/;

/**
 * A whole number as it stands in an address or a header: plain decimal digits. JavaScript alone would take 0x1, 1e2, a
 * blank and nothing at all for numbers.
 */
export function wholeNumber(least: number, most: number) {
  const plain = (text: unknown) => (typeof text === 'string' && !PLAIN_DIGITS.test(text) ? Number.NaN : text);
  return z.preprocess(plain, z.coerce.number().int().min(least).max(most));
}
