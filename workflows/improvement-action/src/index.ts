export { improvementAction } from './improvement-action.workflow.ts';
