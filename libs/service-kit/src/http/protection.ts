import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from './refusal.error.ts';

/** What one caller, and all of them together, may ask of a process. */
export interface Protection {
  /** Requests a minute of one person who is signed in; of one address where nobody is, a tenth of it. */
  readonly ratePerMinute: number;
  /** Reads are refused while the process was busy for more than this share of the last second; at 1 never. */
  readonly sheddingUtilization: number;
}

/** Whoever has not sent all of a request by then is cut off; a large file over a slow line is in by then. */
const REQUEST_WITHIN_MS = 300_000;
const SHED_AGAIN_SECONDS = '2';
const REMEMBERED_CALLERS = 20_000;
const SHARE_OF_A_STRANGER = 10;
/** Asked by what runs the process: refusing them would have it stopped when it is needed most. */
const NEVER_REFUSED = ['/health/live', '/health/ready', '/metrics'];

/**
 * Keeps one caller from taking what all need (429 with the time to wait), and reads from pushing receipts aside: a process
 * that is behind refuses reads (503) and goes on accepting.
 */
export async function protect(fastify: FastifyInstance, protection: Protection): Promise<void> {
  fastify.server.requestTimeout = REQUEST_WITHIN_MS;
  await fastify.register(rateLimit, {
    global: true,
    hook: 'onRequest',
    max: (request) => allowed(request, protection.ratePerMinute),
    timeWindow: '1 minute',
    cache: REMEMBERED_CALLERS,
    keyGenerator: callerOf,
    allowList: (request) => NEVER_REFUSED.includes(request.url),
    errorResponseBuilder: (_request, { max, ttl }) => tooMany(max, ttl),
  });
  await fastify.register(underPressure, {
    maxEventLoopUtilization: protection.sheddingUtilization,
    eventLoopUtilizationMode: 'interval',
    pressureHandler: (request) => {
      if (isRead(request)) throw overloaded();
    },
  });
}

function isRead({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !NEVER_REFUSED.includes(url);
}

/** The token stands for the person; it is not verified yet, and is remembered as a hash only. */
function callerOf({ headers, ip }: FastifyRequest): string {
  const { authorization } = headers;
  return authorization === undefined ? ip : createHash('sha256').update(authorization).digest('base64');
}

function allowed({ headers }: FastifyRequest, ratePerMinute: number): number {
  return headers.authorization === undefined ? Math.ceil(ratePerMinute / SHARE_OF_A_STRANGER) : ratePerMinute;
}

function tooMany(max: number, ttlMs: number): RefusalError {
  const seconds = Math.max(1, Math.ceil(ttlMs / 1000));
  const facts = { most: max, perSeconds: 60, againInSeconds: seconds };
  return new RefusalError(429, { code: 'too-many-requests', facts }, { 'retry-after': String(seconds) });
}

function overloaded(): RefusalError {
  return new RefusalError(503, { code: 'overloaded', facts: {} }, { 'retry-after': SHED_AGAIN_SECONDS });
}
