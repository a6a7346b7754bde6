import { settled } from './close.step.ts';
import { entry, no, step, type TakeCommand } from './step.ts';

/** A corrective or preventive action with owner and date: a process of its own takes it from here (PRC-11, IMP-10). */
export const planAction: TakeCommand<'planAction'> = (_state, _terms, command) => {
  const { kind, ownerId, departmentId, dueAt, followUpAt } = command.facts;
  const planned = entry('action-planned', {
    actionId: command.commandId,
    kind,
    ownerId,
    departmentId,
    dueAt,
    followUpAt,
  });
  return step({}, [planned], { notices: [{ to: { kind: 'person', personId: ownerId }, code: 'action-planned' }] });
};

/** The assessment of somebody responsible; the register shows it only to those who may see it (IMP-13). */
export const recordAssessment: TakeCommand<'recordAssessment'> = (_state, _terms, command) =>
  step({}, [entry('assessed', { degree: command.facts.degree })]);

/** The event is over: its report is due (PRC-28). */
export const endEvent: TakeCommand<'endEvent'> = (state) =>
  state.report === 'running'
    ? step({ report: 'due' }, [entry('event-ended')], {
        duties: [{ kind: 'report', does: 'open' }],
        notices: [{ to: { kind: 'owner' }, code: 'report-due' }],
      })
    : no('nothing-due');

/** The report on the event and its handling (PRC-28). */
export const fileReport: TakeCommand<'fileReport'> = (state) =>
  state.report === 'due' || state.report === 'running'
    ? settled(state, { report: 'filed' }, [entry('report-filed')], { duties: [{ kind: 'report', does: 'met' }] }, false)
    : no('nothing-due');

/** What a mediator, an arbitrator or an authority has decided; after extortion it closes the case (PRC-10, INT-17). */
export const fileOutsideOutcome: TakeCommand<'fileOutsideOutcome'> = (state, _terms, command) => {
  const { authority, inFavourOf, compensation } = command.facts;
  const filed = entry('outcome-filed', { authority, inFavourOf, compensation: compensation ?? null });
  const waited = state.marks.includes('extortion') && state.stage === 'informing';
  if (!waited) return step({}, [filed]);
  return settled(state, { windowLapsed: true }, [filed], {}, true);
};
