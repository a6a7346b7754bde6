import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '@redress/db';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';

const VERSION = '1';
const SECRET_BYTES = 20;

/** The customer's tracking secret: a keyed hash of the complaint id. Never stored, the same for the same receipt. */
@Injectable()
export class TrackingSecret {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig) {}

  of(complaintId: string): string {
    const bytes = keyedHash(this.config.hmacKey, `tracking.${VERSION}`, complaintId).subarray(0, SECRET_BYTES);
    return `${VERSION}.${bytes.toString('base64url')}`;
  }

  matches(complaintId: string, secret: string): boolean {
    const [expected, given] = [Buffer.from(this.of(complaintId)), Buffer.from(secret)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
