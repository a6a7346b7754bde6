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
