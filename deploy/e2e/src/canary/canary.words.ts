import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 12;
const HAN = 5;
const DIGITS = 9;
/** Common ideographs, so that every encoding has them. */
const FIRST_HAN = 0x4e00;
const HAN_RANGE = 0x5000;

/**
 * Strings that are nowhere else in the world. All of one run begin alike (letters, ideographs or digits), so that one
 * search finds them all; what follows tells the field.
 */
export class CanaryWords {
  private readonly letters = `zq${randomBytes(LETTERS / 2).toString('hex')}`;
  private readonly han = Array.from({ length: HAN }, () => String.fromCharCode(FIRST_HAN + randomInt(HAN_RANGE))).join(
    '',
  );
  private readonly digits = `9${Array.from({ length: DIGITS }, () => randomInt(10)).join('')}`;
  private used = 0;

  /** What to look for. */
  get marks(): readonly string[] {
    return [this.letters, this.han, this.digits];
  }

  /** Words for a free text. */
  text(field: string): string {
    return `${this.word(field)} ${this.han}${field}`;
  }

  /** One word of small letters and digits. */
  word(field: string): string {
    return `${this.letters}x${field.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  }

  /** A telephone number. */
  number(): string {
    return `${this.digits}${10 + this.used++}`;
  }

  email(): string {
    return `${this.word('email')}@example.org`;
  }
}
