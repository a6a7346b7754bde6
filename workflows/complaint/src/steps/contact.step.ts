import type { Attempt, CaseChanges, CaseState, DutyChange, Instant } from '@redress/policy';
import { pausedFor } from './pause.step.ts';
import { nextTracking } from './places.ts';
import { entry, no, step, type TakeCommand } from './step.ts';
import { inWriting, told } from './tell.step.ts';

const DAY_LENGTH = '2026-11-23'.length;

/** The customer has heard from a person: `respond` is met at the first time, the rhythm of news begins anew (PRC-1, PRC-8). */
export function spoken(state: CaseState, at: Instant): { changes: CaseChanges; duties: readonly DutyChange[] } {
  const first = state.contactedAt === null;
  return {
    changes: { attempts: [], ...(first ? { contactedAt: at } : {}) },
    duties: [...(first ? [{ kind: 'respond', does: 'met' } as const] : []), { kind: 'news', does: 'restart' }],
  };
}

/** A contact, or an attempt: an attempt on each way that the record holds meets `respond` too, marked (PRC-1, PRC-8). */
export const logContact: TakeCommand<'logContact'> = (state, terms, command) => {
  const { channel, outcome, doneAt } = command.facts;
  const at = command.acceptedAt;
  if (outcome === 'reached') {
    const { changes, duties } = spoken(state, at);
    return step(changes, [entry('contacted', { channel, outcome, doneAt: doneAt ?? null, everyWay: false })], {
      duties,
    });
  }
  const attempts: readonly Attempt[] = [...state.attempts, { at, channel }];
  const tried = attempts.map((attempt) => attempt.channel);
  const everyWay = state.ways.length > 0 && state.ways.every((way) => tried.includes(way));
  const meets = everyWay && state.contactedAt === null;
  const pause = firstFailedTelling(state) ? pausedFor(state, terms, at, 'telling') : null;
  return step(
    { attempts, ...(meets ? { contactedAt: at } : {}), ...pause?.changes },
    [entry('contacted', { channel, outcome, doneAt: doneAt ?? null, everyWay }), ...(pause?.entries ?? [])],
    { duties: [...(meets ? [{ kind: 'respond', does: 'met' } as const] : []), ...(pause?.duties ?? [])] },
  );
};

/** `solve` pauses from the first failed attempt to tell the result (packs.md, shared defaults). */
function firstFailedTelling({ stage, attempts }: CaseState): boolean {
  return stage === 'informing' && attempts.length === 0;
}

/** A question that only the customer can answer: the clock waits for the answer (PRC-21). */
export const askCustomer: TakeCommand<'askCustomer'> = (state, terms, command) => {
  const { changes, duties } = spoken(state, command.acceptedAt);
  const pause = pausedFor(state, terms, command.acceptedAt, 'question');
  return step({ ...changes, ...pause.changes, question: true }, [entry('asked'), ...pause.entries], {
    duties: [...duties, ...pause.duties],
    messages: [{ purpose: 'question', words: command.facts.question }],
  });
};

/** After the policy's attempts the result goes by letter where it may, and counts as told, marked (PRC-8). */
export const markUnreachable: TakeCommand<'markUnreachable'> = (state, terms, command) => {
  const made = terms.attemptsInOneDay ? state.attempts.length : daysOf(state.attempts);
  if (made < terms.mostAttempts) return no('attempts-missing', { made, needed: terms.mostAttempts });
  return told(state, terms, command.acceptedAt, {
    entries: [entry('told', { channel: terms.letterAllowed ? 'letter' : 'tracking-page', reached: false })],
    messages: inWriting(terms, { purpose: terms.letterAllowed ? 'letter' : 'result', words: command.facts.answer }),
    reached: false,
  });
};

function daysOf(attempts: readonly Attempt[]): number {
  return new Set(attempts.map(({ at }) => at.slice(0, DAY_LENGTH))).size;
}

/** An internal note; who is mentioned finds it among the notices. The tracker's is the log of the day (PRC-27). */
export const addNote: TakeCommand<'addNote'> = (state, _terms, command) =>
  step({}, [entry('noted')], {
    duties: command.actor.id === state.tracker ? nextTracking(command.actor.id) : [],
    notices: command.facts.mentions.map((personId) => ({ to: { kind: 'person', personId }, code: 'mentioned' })),
  });
