/** A cell of a sheet as it stands there. */
export interface SheetCell {
  /** From 0. */
  readonly column: number;
  /** `s`: the place of its text in the list of texts; `n`: a number, which may be a date; `b`, `e`, `str`, `inlineStr`, `d`. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, in days before 1970, and of one that counts from 1904. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Before it days are one less: a spreadsheet believes that there was a 29 February 1900. */
const FIRST_SOUND_DAY = 61;
/** 9999-12-31. */
const LAST_DAY = 2_958_466;
const DIGITS = 15;

/** A number as it is shown: without an exponent where there is room, without what binary fractions add. */
export function numberText(value: string): string {
  const number = Number(value);
  return value === '' || Number.isNaN(number) || /^-?\d{1,15}$/.test(value)
    ? value
    : String(Number(number.toPrecision(DIGITS)));
}

/** A date of a spreadsheet as `2026-11-23` or `2026-11-23T09:30:00`, a time alone as `09:30:00`. */
export function dateText(value: string, from1904: boolean): string {
  const days = Number(value);
  if (value === '' || !(days >= 0 && days < LAST_DAY)) return numberText(value);
  const sound = from1904 || days >= FIRST_SOUND_DAY ? days : days + 1;
  const ms = Math.round(((sound - (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY_MS) / 1_000) * 1_000;
  const text = new Date(ms).toISOString().slice(0, 19);
  if (days < 1) return text.slice(11);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

/** The column of `BC7`, from 0; null where it says none. */
export function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
