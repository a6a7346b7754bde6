import { Inject, Injectable } from '@nestjs/common';
import type { Complainant } from '@redress/contracts';
import { keyedHash } from '@redress/db';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';

/** What makes two spellings of a value the same, for the fields that are filtered by equality. */
const NORMAL = {
  mobile: phoneDigits,
  phone: phoneDigits,
  email: (value: string) => value.trim().toLowerCase(),
} satisfies Partial<Record<keyof Complainant, (value: string) => string>>;

/** With and without the country's number or the leading zero the last ten digits are the same. */
const TELLING_DIGITS = 10;

/** Keyed hashes of normalised values: who has the value finds by it, and nobody can read it from the table. */
@Injectable()
export class LookupHashes {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig) {}

  /** Of a complainant's field; null where nothing is looked up by it, or nothing of the value is left. */
  ofField(field: string, value: string): Buffer | null {
    if (!Object.hasOwn(NORMAL, field)) return null;
    return this.hash(`complainant.${field}`, NORMAL[field as keyof typeof NORMAL](value));
  }

  /** Of an order, policy or case number: letters and digits alone tell. */
  ofReference(value: string): Buffer | null {
    return this.hash('matter.reference', referenceLetters(value));
  }

  private hash(purpose: string, normal: string): Buffer | null {
    return normal === '' ? null : keyedHash(this.config.hmacKey, purpose, normal);
  }
}

/** `+44 7700 900123` and `07700 900123` are `7700900123`. */
export function phoneDigits(value: string): string {
  return value.normalize('NFKC').replace(/\D/g, '').slice(-TELLING_DIGITS);
}

/** `ord-10 045` is `ORD10045`. */
export function referenceLetters(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
