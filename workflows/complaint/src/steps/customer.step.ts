import type { CaseState, NoticeTo, PapersOwed, Terms } from '@redress/policy';
import { overAtOnce, PAPERS } from './close.step.ts';
import { atLeastSecondClass, regraded } from './grade.step.ts';
import { resumed } from './pause.step.ts';
import { entry, inArbitration, no, step, type TakeCommand } from './step.ts';
import { afterTelling, inWriting } from './tell.step.ts';

/** The customer writes: it is kept, the owner is told, and a question that waited for it has its answer (INT-3, PRC-21). */
export const message: TakeCommand<'message'> = (state, _terms, command) => {
  const answers = state.question ? resumed(state, command.acceptedAt, 'question') : null;
  return step({ question: false, ...answers?.changes }, [entry('message-received'), ...(answers?.entries ?? [])], {
    duties: answers?.duties ?? [],
    notices: [{ to: whoHears(state), code: 'customer-wrote' }],
    messages: [{ purpose: 'message-received' }],
  });
};

/** What was taken out of ordinary hands concerns who owns its record (INT-15). */
function whoHears({ misconduct, marks }: CaseState): NoticeTo {
  const owner = marks.includes('misconduct') ? misconduct?.owner : null;
  return owner == null ? { kind: 'owner' } : { kind: 'person', personId: owner };
}

/** The same customer on the same matter while it is open: it joins, and the class rises to 2 at least (INT-3, INT-20). */
export const complainAgain: TakeCommand<'complainAgain'> = (state, terms) => {
  const { changes, entries, duties, notices } = regraded(state, terms, atLeastSecondClass(state, terms));
  return step(changes, [entry('complained-again'), ...entries], {
    duties,
    notices: [{ to: { kind: 'owner' }, code: 'complained-again' }, ...notices],
    messages: [{ purpose: 'message-received' }],
  });
};

/** Withdrawn: offers, tasks and appointments are called off, the customer is told, and it ends (PRC-13). */
export const withdraw: TakeCommand<'withdraw'> = (state) =>
  overAtOnce(state, 'withdrawn', [entry('withdrawn')], {
    notices: [{ to: { kind: 'owner' }, code: 'withdrawn' }],
    messages: [{ purpose: 'withdrawn' }],
  });

/** A matter for another authority goes there with its file; the customer is told (PRC-13). */
export const transferOut: TakeCommand<'transferOut'> = (state, _terms, command) =>
  overAtOnce(state, 'transferred', [entry('transferred', { authority: command.facts.authority })], {
    messages: [{ purpose: 'transferred', words: command.facts.reasons }],
  });

/**
 * Extortion, and unreasonable demands where the pack says so, stay a complaint: our position is stated, `solve` stops as declined,
 * the case waits for the outcome (INT-17, PRC-33).
 */
export const markExtortion: TakeCommand<'markExtortion'> = (state, terms, command) => {
  const { authority, position, demand } = command.facts;
  if (inArbitration(state, terms)) return no('already-done');
  if (demand !== 'extortion' && terms.arbitrationFrom !== demand) return no('no-arbitration-yet', { demand });
  const after = state.resultToldAt === null ? afterTelling(state, terms) : BEGUN_BEFORE;
  return step(
    {
      ...after.changes,
      marks: [...state.marks, demand],
      stage: 'informing',
      resultToldAt: command.acceptedAt,
      position: true,
      offer: null,
      tasks: {},
    },
    [entry('marked', { mark: demand, holds: true }), entry('told', { channel: wayOf(terms), reached: true })],
    {
      duties: [
        { kind: 'solve', does: 'met' },
        { kind: 'statutory', does: 'met' },
        { kind: 'every', does: 'dropped', except: ['respond', ...PAPERS] },
        ...after.duties,
      ],
      notices: [
        { to: { kind: 'capability', capability: 'advise-on-law' }, code: `arbitration-${authority}` },
        ...after.notices,
      ],
      messages: [...inWriting(terms, { purpose: 'result', words: position }), { purpose: 'ways-outside' }],
    },
  );
};

/** What begins with the answer has begun with an earlier one. */
const BEGUN_BEFORE: PapersOwed = { changes: {}, duties: [], notices: [] };

/** How our position is told: in writing, unless the pack gives answers by word of mouth. */
function wayOf({ byWordOfMouth }: Terms): 'letter' | 'phone' {
  return byWordOfMouth ? 'phone' : 'letter';
}
