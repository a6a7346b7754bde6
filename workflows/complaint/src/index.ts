export { complaint } from './complaint.workflow.ts';
