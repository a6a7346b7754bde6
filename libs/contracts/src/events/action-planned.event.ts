import { actionEvent } from './action-event.ts';

/** Somebody has something to do by a date, against a cause (IMP-10). */
export const actionPlanned = actionEvent('planned', {}, { code: 'action-planned', to: ['owner'] });
