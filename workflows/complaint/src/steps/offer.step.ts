import type { CaseState, DutyChange, Offer, Proposal, Terms } from '@redress/policy';
import { spoken } from './contact.step.ts';
import { pausedFor, resumed } from './pause.step.ts';
import { entry, no, stageAfter, step, type TakeCommand, type Verdict } from './step.ts';
import { entering } from './task.step.ts';
import { inWriting, SPOKEN } from './tell.step.ts';

/** The next option is put to the customer; `solve` waits for the answer (PRC-6a). */
export const putOffer: TakeCommand<'putOffer'> = (state, terms, command) => {
  const { channel, goodwill } = command.facts;
  const proposal = state.proposal as Proposal;
  const option = proposal.options[state.optionAt];
  if (state.offer !== null) return no('offer-out', { option: state.offer.option + 1 });
  if (option === undefined || (goodwill && proposal.goodwill === 0)) return no('no-such-option');
  if (terms.byWordOfMouth && !SPOKEN.includes(channel)) return no('by-word-of-mouth', { channel });
  const { changes, duties } = spoken(state, command.acceptedAt);
  const pause = pausedFor(state, terms, command.acceptedAt, 'offer');
  const facts = {
    option: state.optionAt + 1,
    compensation: option.compensation,
    goodwill: goodwill ? proposal.goodwill : 0,
  };
  return step(
    { ...changes, ...pause.changes, offer: { option: state.optionAt, goodwill, lapsed: false } },
    [entry('offered', { channel, ...facts }), ...pause.entries],
    {
      duties: [...duties, { kind: 'offer', does: 'open' }, ...pause.duties],
      messages: inWriting(terms, { purpose: 'offer', words: option.remedy, facts }),
    },
  );
};

/** Taken back before it was answered: another may be put, or the proposal made anew (PRC-13). */
export const takeOfferBack: TakeCommand<'takeOfferBack'> = (state, _terms, command) => {
  if (state.offer === null) return no('no-offer');
  const pause = resumed(state, command.acceptedAt, 'offer');
  return step(
    { ...pause.changes, offer: null, proposal: null, stage: 'deciding' },
    [entry('offer-taken-back', { option: state.offer.option + 1 }), ...pause.entries],
    { duties: [{ kind: 'offer', does: 'dropped' }, ...pause.duties], messages: [{ purpose: 'offer-taken-back' }] },
  );
};

/** Accepted or refused as a whole; a yes after the date still counts, until the end, and is no round (PRC-6a). */
export const answerOffer: TakeCommand<'answerOffer'> = (state, terms, command) => {
  const { offer } = state;
  const { accepted } = command.facts;
  if (offer === null || (offer.lapsed && !accepted)) return no('no-offer');
  const told = entry('offer-answered', { option: offer.option + 1, accepted, late: offer.lapsed });
  if (offer.lapsed) return acceptedLate(state, told);
  const pause = resumed(state, command.acceptedAt, 'offer');
  const duties = [{ kind: 'offer', does: 'met' } as const, ...pause.duties];
  if (!accepted) return refused(state, terms, [told, ...pause.entries], duties, pause.changes);
  const next = carriedOut(state, terms);
  return step({ ...pause.changes, ...next.changes }, [told, ...pause.entries, ...next.entries], {
    duties: [...duties, ...next.duties],
    notices: [{ to: { kind: 'owner' }, code: 'offer-accepted' }],
  });
};

/** Unanswered by its date: carried out where the pack says so and it costs the customer nothing, else the result is told. */
export function offerUnanswered(state: CaseState, terms: Terms): Verdict {
  const offer = state.offer as Offer;
  const option = state.proposal?.options[offer.option];
  const carryOut = terms.unansweredOffer === 'carry-out' && option?.costsCustomer === false;
  const lapsed = entry('offer-lapsed', { option: offer.option + 1, carriedOut: carryOut }, 'offer-unanswered');
  const passed = { kind: 'offer', does: 'passed' } as const;
  const resume = { kind: 'solve', does: 'resume' } as const;
  const notices = [{ to: { kind: 'owner' }, code: 'offer-unanswered' } as const];
  if (!carryOut) {
    const changes = { stage: 'informing', offer: { ...offer, lapsed: true }, pause: null } as const;
    return step(changes, [lapsed], { duties: [passed, resume], notices });
  }
  const next = carriedOut(state, terms);
  return step({ ...next.changes, pause: null }, [lapsed, ...next.entries], {
    duties: [passed, resume, ...next.duties],
    notices,
  });
}

function carriedOut(state: CaseState, terms: Terms) {
  return entering(state, stageAfter('offering', terms));
}

/** Told or closed meanwhile: a new `solve` for what was promised after all. */
function acceptedLate(state: CaseState, told: ReturnType<typeof entry>): Verdict {
  const enters = entering(state, 'resolving');
  const offer = { ...(state.offer as Offer), lapsed: false };
  return step(
    {
      ...enters.changes,
      offer,
      resultToldAt: null,
      closing: null,
      survey: 'none',
      followUp: 'none',
    },
    [told, ...enters.entries],
    {
      duties: [...CALLED_OFF, { kind: 'solve', does: 'open' }, { kind: 'news', does: 'open' }, ...enters.duties],
      notices: [{ to: { kind: 'owner' }, code: 'offer-accepted' }],
    },
  );
}

const CALLED_OFF = (['survey', 'follow-up', 'reopening', 'solve', 'news'] as const).map(
  (kind) => ({ kind, does: 'dropped' }) as const,
);

/**
 * The next option; the last one once more with goodwill; then the next higher authority decides once more; refused there
 * too, our position is told with the ways outside (PRC-6a).
 */
function refused(
  state: CaseState,
  terms: Terms,
  entries: readonly ReturnType<typeof entry>[],
  duties: readonly DutyChange[],
  changes: Partial<CaseState>,
): Verdict {
  const proposal = state.proposal as Proposal;
  const offer = state.offer as Offer;
  const parts = { duties, notices: [{ to: { kind: 'owner' }, code: 'offer-refused' } as const] };
  const isLast = state.optionAt + 1 >= proposal.options.length;
  if (!isLast) return step({ ...changes, offer: null, optionAt: state.optionAt + 1 }, entries, parts);
  if (proposal.goodwill > 0 && !offer.goodwill) return step({ ...changes, offer: null }, entries, parts);
  const highest = terms.authorities.length - 1;
  if (state.decidedRank >= highest) {
    return step({ ...changes, offer: null, position: true, stage: 'informing' }, entries, parts);
  }
  const authorityFloor = state.decidedRank + 1;
  return step({ ...changes, offer: null, proposal: null, optionAt: 0, authorityFloor, stage: 'deciding' }, entries, {
    ...parts,
    notices: [...parts.notices, { to: { kind: 'department-head' }, code: 'higher-authority-decides' }],
  });
}
