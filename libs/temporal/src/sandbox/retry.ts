import type { ActivityOptions } from '@temporalio/workflow';

/** Each is a transaction or two. What a killed service had in hand is taken up by another one after so long. */
const LOST_AFTER = '10 seconds';

/**
 * Recording a step: retried without limit while the database cannot take it, since nothing else could move either. Only
 * failures marked non-retryable come back.
 */
export const RECORD: ActivityOptions = {
  startToCloseTimeout: LOST_AFTER,
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** Asking another service for an answer: retried without limit, slower. */
export const ASK: ActivityOptions = {
  startToCloseTimeout: LOST_AFTER,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
};
