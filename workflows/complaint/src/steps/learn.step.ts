import { settled } from './close.step.ts';
import { entry, inArbitration, no, step, type TakeCommand } from './step.ts';

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
export const recordAssessment: TakeCommand<'recordAssessment'> = (state, { deduction }, command) => {
  const { degree } = command.facts;
  const deducts = deduction !== undefined && degree !== 'none';
  const assessed = entry('assessed', deducts ? { degree, deduction } : { degree });
  if (state.assessment !== 'due') return step({}, [assessed]);
  return settled(state, { assessment: 'done' }, [assessed], { duties: [{ kind: 'assessment', does: 'met' }] }, false);
};

/** The event is over: its report is due (PRC-28). */
export const endEvent: TakeCommand<'endEvent'> = (state) =>
  state.report === 'running'
    ? step({ report: 'due' }, [entry('event-ended')], {
        duties: [{ kind: 'report', does: 'open' }],
        notices: [{ to: { kind: 'owner' }, code: 'report-due' }],
      })
    : no('nothing-due');

/** The report on the event and its handling, for whom the pack names (PRC-28). */
export const fileReport: TakeCommand<'fileReport'> = (state, { reportTells = [] }) =>
  state.report === 'due' || state.report === 'running'
    ? settled(
        state,
        { report: 'filed' },
        [entry('report-filed')],
        {
          duties: [{ kind: 'report', does: 'met' }],
          notices: reportTells.map((to) => ({ to, code: 'report-filed' })),
        },
        false,
      )
    : no('nothing-due');

/** The case as others are to learn from it; personal data is left out of it (PRC-27, IMP-12). */
export const fileWriteUp: TakeCommand<'fileWriteUp'> = (state) =>
  state.writeUp === 'due'
    ? settled(
        state,
        { writeUp: 'filed' },
        [entry('written-up')],
        { duties: [{ kind: 'write-up', does: 'met' }] },
        false,
      )
    : no('nothing-due');

/** Compensation for our fault may be put to a mediator whom both sides trust; the outcome is filed when it is there (PRC-5). */
export const putToMediator: TakeCommand<'putToMediator'> = (_state, _terms, command) =>
  step({}, [entry('put-to-mediator', { authority: command.facts.authority })], {
    duties: [{ kind: 'news', does: 'restart' }],
    messages: [{ purpose: 'mediation', words: command.facts.words }],
  });

/** What a mediator, an arbitrator or an authority has decided; after extortion it closes the case (PRC-10, INT-17). */
export const fileOutsideOutcome: TakeCommand<'fileOutsideOutcome'> = (state, terms, command) => {
  const { authority, inFavourOf, compensation } = command.facts;
  const filed = entry('outcome-filed', { authority, inFavourOf, compensation: compensation ?? null });
  const waited = inArbitration(state, terms) && state.stage === 'informing';
  if (!waited) return step({}, [filed]);
  return settled(state, { windowLapsed: true }, [filed], {}, true);
};
