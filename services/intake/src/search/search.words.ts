import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '@redress/db';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { TOKENISER } from './tokeniser.ts';

const PURPOSE = `search.${TOKENISER}`;

/** Turns words into what the index holds: 64 bits of a keyed hash, so that no word can be read from it. */
@Injectable()
export class SearchWords {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig) {}

  /** As decimal texts, since PostgreSQL's bigint is wider than a number; sorted, so that their order tells nothing. */
  hashesOf(words: Iterable<string>): string[] {
    return [...words].map((word) => keyedHash(this.config.hmacKey, PURPOSE, word).readBigInt64BE().toString()).sort();
  }
}
