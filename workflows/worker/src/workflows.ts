/** Everything that the worker's bundle holds. */
export { complaint } from '@redress/complaint-workflow';
export { improvementAction } from '@redress/improvement-action-workflow';
