import { RECEIPT } from '../authorisation/own.case.ts';

type Receipt = Record<string, unknown>;

const matter = { category: 'delivery' };
const withMatter = (more: object): Receipt => ({ ...RECEIPT, matters: [{ ...matter, ...more }] });
const withComplainant = (more: object): Receipt => ({ ...RECEIPT, complainant: { ...RECEIPT.complainant, ...more } });

/** Receipts that look well and are not. */
export const BAD_RECEIPTS: Readonly<Record<string, Receipt>> = {
  'without a description': { ...RECEIPT, description: undefined },
  'without a matter': { ...RECEIPT, matters: [] },
  'with 300 matters': { ...RECEIPT, matters: Array.from({ length: 300 }, () => matter) },
  'with more words than a book': { ...RECEIPT, description: 'a'.repeat(20_001) },
  'of a channel that there is not': { ...RECEIPT, channel: 'pigeon' },
  'in a language that there is not': { ...RECEIPT, language: 'tlh' },
  'for a department that there is not': { ...RECEIPT, departmentId: 'no-such-department' },
  'with a department of many lines': { ...RECEIPT, departmentId: "a\n'; DROP TABLE intake.complaints; --" },
  'received in the future': { ...RECEIPT, receivedAt: '9999-12-31T23:59:59Z' },
  'received beyond the calendar': { ...RECEIPT, receivedAt: '9999-12-31T23:59:59-14:00' },
  'received in the year nought': { ...RECEIPT, receivedAt: '0000-01-01T00:00:00Z' },
  'received before the year nought': { ...RECEIPT, receivedAt: '0000-01-01T00:00:00+14:00' },
  'received on the 30th of February': { ...RECEIPT, receivedAt: '2026-02-30T00:00:00Z' },
  'received at a number': { ...RECEIPT, receivedAt: 1_700_000_000 },
  'happened beyond the calendar': withMatter({ happenedAt: '9999-12-31T23:59:59-14:00' }),
  'happened in the year nought': withMatter({ happenedAt: '0000-01-01T00:00:00Z' }),
  'happened before the year nought': withMatter({ happenedAt: '0000-01-01T00:00:00+14:00' }),
  'claiming more than there is': withMatter({ lossClaimed: 1e308 }),
  'claiming less than nothing': withMatter({ lossClaimed: -0.01 }),
  'claiming a third of a cent': withMatter({ lossClaimed: 0.001 }),
  'claiming a text': withMatter({ amountInDispute: '129.90' }),
  'of a category that is no code': withMatter({ category: '../../etc/passwd' }),
  'severe beyond measure': { ...RECEIPT, assessment: { severity: 5 } },
  'severe by halves': { ...RECEIPT, assessment: { severity: 1.5 } },
  'from an address that is no mail': withComplainant({ email: 'ida at home' }),
  'from a number of a thousand digits': withComplainant({ mobile: '1'.repeat(1_000) }),
  'from somebody with an unknown field': withComplainant({ iban: 'DE00' }),
};

/** Receipts at the edge: taken whole or refused clearly, never a fault. */
export const ODD_RECEIPTS: Readonly<Record<string, Receipt>> = {
  'received in the year one': { ...RECEIPT, receivedAt: '0001-01-01T00:00:00Z' },
  'received long ago': { ...RECEIPT, receivedAt: '1970-01-01T00:00:00Z' },
  'happened in the year 9999': withMatter({ happenedAt: '9999-12-31T23:59:59Z' }),
  'with 20 matters': { ...RECEIPT, matters: Array.from({ length: 20 }, () => matter) },
  'of an unknown category': withMatter({ category: 'constructor' }),
  'with words of every plane': { ...RECEIPT, description: '𝔘𠜎😀 \u202e right to left \u200b' },
  'with the greatest amount': withMatter({ lossClaimed: 1_000_000_000, amountInDispute: 0.01 }),
};
