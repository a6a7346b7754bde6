import { step, type TakeCommand } from './step.ts';

/**
 * A new version of a calendar is in force: running and paused clocks that count by it are reckoned anew from their start.
 * The customer is told of another timetable; otherwise what has changed stands beside the clocks (PRC-20, PRC-22).
 */
export const calendarPublished: TakeCommand<'calendarPublished'> = (_state, _terms, command) => {
  const { calendar, timetable } = command.facts;
  return step({}, [], {
    duties: [{ kind: 'every', does: 'follow-calendar', calendar }],
    messages: timetable ? [{ purpose: 'timetable' }] : [],
  });
};
