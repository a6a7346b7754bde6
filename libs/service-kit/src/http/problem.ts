import { isTransientFault } from '@redress/db';
import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { REFUSAL_WORDS } from '@redress/contracts';
import type { Because, RefusalCode, Words } from '@redress/policy';
import { InputError, type InputFault } from './input.error.ts';
import { RefusalError, type RefusalFacts } from './refusal.error.ts';

/** RFC 9457, with the refusal's code and facts or the faults of the input. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** What to do about it, in each language; `detail` is the English one. */
  readonly words?: Words;
  readonly instance?: string;
  readonly facts?: RefusalFacts;
  readonly because?: readonly Because[];
  readonly errors?: readonly InputFault[];
}

/** A problem and the headers that go with it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

const BY_STATUS: Readonly<Record<number, { code: string; detail: string }>> = {
  400: { code: 'malformed', detail: 'The request cannot be read: the address, the body or its encoding is broken.' },
  404: { code: 'no-such-address', detail: 'There is nothing at this address for this method.' },
  408: { code: 'too-slow', detail: 'The request did not arrive in time.' },
  413: { code: 'too-large', detail: 'The body is larger than this address takes.' },
  414: { code: 'address-too-long', detail: 'The address or one of its parts is too long.' },
  415: { code: 'unknown-media-type', detail: 'The body is of a kind that this address does not take.' },
  429: {
    code: 'too-many-requests',
    detail: 'One caller may not ask so often. Ask again after the seconds of the header Retry-After.',
  },
  431: { code: 'headers-too-large', detail: 'The headers are larger than the service takes.' },
  503: {
    code: 'overloaded',
    detail: 'There is more to do than can be done at once, and receipts go first. Nothing was changed; ask again.',
  },
};

const MALFORMED = { code: 'malformed', detail: 'The request cannot be read.' };
const UNAVAILABLE_RETRY_SECONDS = '2';

/** What the caller is told of anything thrown. A fault tells nothing of the inside, only an id that the log has too. */
export function toProblem(error: unknown): ProblemAnswer {
  if (error instanceof RefusalError) return fromRefusal(error);
  if (error instanceof InputError)
    return { problem: describe(error.status, error.code, { detail: error.detail, errors: error.errors }), headers: {} };
  const status = statusOf(error);
  if (status !== null && status < 500) {
    const { code, detail } = BY_STATUS[status] ?? MALFORMED;
    return { problem: describe(status, code, { detail }), headers: {} };
  }
  if (isTransientFault(error)) return unavailable();
  return {
    problem: describe(500, 'fault', { ...instance(), detail: 'Something went wrong inside. The id helps to find it.' }),
    headers: {},
  };
}

function fromRefusal({ status, refusal, headers }: RefusalError): ProblemAnswer {
  const { code, facts, because } = refusal;
  const words = code in REFUSAL_WORDS ? REFUSAL_WORDS[code as RefusalCode] : null;
  const told = words === null ? ofStatus(status, code) : { detail: words.en, words };
  return {
    problem: describe(status, code, { ...told, ...(facts && { facts }), ...(because && { because }) }),
    headers,
  };
}

function ofStatus(status: number, code: string): Pick<Problem, 'detail'> {
  const known = BY_STATUS[status];
  return known?.code === code ? { detail: known.detail } : {};
}

function unavailable(): ProblemAnswer {
  const detail = 'Something the service needs is not there at the moment. Nothing was changed; try again.';
  return {
    problem: describe(503, 'unavailable', { ...instance(), detail }),
    headers: { 'retry-after': UNAVAILABLE_RETRY_SECONDS },
  };
}

function describe(status: number, code: string, rest: Partial<Problem>): Problem {
  const words = code.replaceAll('-', ' ');
  return {
    type: `urn:redress:problem:${code}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    ...rest,
  };
}

function instance(): { instance: string } {
  return { instance: `urn:uuid:${randomUUID()}` };
}

/** Status of an error of Nest or of Fastify; null for anything else. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
}
