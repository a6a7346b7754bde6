import { RUN_AHEAD, WILL_NOT_PASS } from '@redress/contracts/workflow';
import { ApplicationFailure } from '@temporalio/common';

/** The run has applied steps that the register does not hold: it must be started again from the register. */
export function runAhead(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('the run is ahead of the register', RUN_AHEAD);
}

/** A failure for the process: a code, never a text that could hold a person's words. */
export function willNotPass(fault: unknown, code: string): ApplicationFailure {
  if (fault instanceof ApplicationFailure) return fault;
  return ApplicationFailure.nonRetryable(code, WILL_NOT_PASS);
}

/** Classes of SQLSTATE that another try may heal: connection, resources, operator, system, serialization and locks. */
const TRANSIENT = /^(08|53|57|58|40)|^55P03$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** True when the database could not take it now. */
export function isTransient(fault: unknown): boolean {
  if (!(fault instanceof Error) || fault instanceof ApplicationFailure) return false;
  const code: unknown = (fault as Error & { code?: unknown }).code;
  if (typeof code === 'string') return TRANSIENT.test(code) || NETWORK.has(code);
  return /connection|terminat|timeout/i.test(fault.message);
}
