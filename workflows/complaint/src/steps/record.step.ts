import { takenOver } from './accept.step.ts';
import { NAME_A_BACKUP } from './places.ts';
import { entry, no, step, type TakeCommand } from './step.ts';

/** The fields that were missing at the door are filled or explained (INT-10). */
export const completeRecord: TakeCommand<'completeRecord'> = (state) =>
  state.missing.length === 0
    ? no('nothing-due')
    : step({ missing: [] }, [entry('record-completed', { fields: state.missing.join(',') })], {
        duties: [{ kind: 'record', does: 'met' }],
      });

/** A field was wrong; what stood there is kept beside it in the register (INT-12). */
export const correctField: TakeCommand<'correctField'> = (_state, _terms, command) => {
  const { field, matterId } = command.facts;
  const corrected = entry('corrected', { field });
  return step({}, [matterId === undefined ? corrected : { ...corrected, matterId }]);
};

/** Height, build, marks of somebody who attacks, for the police; seen by nobody without the grant (INT-11, INT-22). */
export const describePerson: TakeCommand<'describePerson'> = () =>
  step({}, [entry('person-described')], { restricts: 'this-step' });

/** Who is complained of is known, or cannot be: from now on they have no part in the case (PRC-3, PRC-4). */
export const identifyPerson: TakeCommand<'identifyPerson'> = (state, _terms, command) => {
  const { personId } = command.facts;
  const known = entry('person-identified', { identified: personId !== null });
  if (personId === null) return step({ identification: 'done' }, [known]);
  const concerned = [...new Set([...state.concerned, personId])];
  const changes = { identification: 'done', concerned } as const;
  if (state.owner === personId) {
    const moved = takenOver({ ...state, concerned }, personId, 'concerned');
    if (!('decision' in moved)) return moved;
    const { changes: ownership, entries, ...more } = moved.decision;
    return step({ ...changes, ...ownership }, [known, ...entries], more);
  }
  if (state.backup !== personId) return step(changes, [known]);
  return step({ ...changes, backup: null }, [known], {
    duties: [NAME_A_BACKUP.duty],
    notices: [NAME_A_BACKUP.notice],
  });
};
