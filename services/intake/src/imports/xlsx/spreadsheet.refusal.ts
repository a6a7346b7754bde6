import { RefusalError } from '@redress/service-kit';

/** The file begins as an XLSX does and is none. */
export function spreadsheetBroken(): RefusalError {
  return new RefusalError(422, { code: 'spreadsheet-broken' });
}

/** Small as it is, it would fill whatever it were unpacked to. */
export function spreadsheetTooLarge(mostBytes: number): RefusalError {
  return new RefusalError(422, { code: 'spreadsheet-too-large', facts: { mostBytes } });
}
