import {
  papersOwed,
  type CaseState,
  type DutyChange,
  type Entry,
  type Instant,
  type Message,
  type Notice,
  type PapersOwed,
  type Terms,
} from '@redress/policy';
import { spoken } from './contact.step.ts';
import { entry, inArbitration, no, stageAfter, step, type TakeCommand, type Verdict } from './step.ts';

export interface Telling {
  readonly entries: readonly Entry[];
  /** None where the pack gives answers by word of mouth. */
  readonly messages: readonly Message[];
  readonly reached: boolean;
  readonly changes?: Partial<CaseState>;
  readonly duties?: readonly DutyChange[];
}

/** The result is told: the telling is a contact too (PRC-8, PRC-20). */
export const tellResult: TakeCommand<'tellResult'> = (state, terms, command) => {
  const { channel, answer } = command.facts;
  if (state.resultToldAt !== null) return no('already-told');
  if (channel === 'letter' && !terms.letterAllowed) return no('letter-not-allowed');
  if (terms.byWordOfMouth && !SPOKEN.includes(channel)) return no('by-word-of-mouth', { channel });
  return told(state, terms, command.acceptedAt, {
    entries: [entry('told', { channel, reached: true })],
    messages: inWriting(terms, { purpose: 'result', words: answer }),
    reached: true,
  });
};

/** Level 4, where the owner may: a general reply meets `respond`, stands for the date and tells the result (PRC-20). */
export const settleByReply: TakeCommand<'settleByReply'> = (state, terms, command) => {
  const { channel, reply } = command.facts;
  if (!terms.settledByReply || state.round > 1) return no('not-by-reply', { level: state.level, round: state.round });
  if (terms.byWordOfMouth && !SPOKEN.includes(channel)) return no('by-word-of-mouth', { channel });
  return told(state, terms, command.acceptedAt, {
    entries: [entry('settled'), entry('told', { channel, reached: true })],
    messages: inWriting(terms, { purpose: 'result', words: reply }),
    reached: true,
    changes: { settledByReply: true, accepted: true },
    duties: [
      { kind: 'accept', does: 'met' },
      { kind: 'date', does: 'met' },
    ],
  });
};

/**
 * From the telling on: `solve` has stopped, the window for reopening runs, the survey follows, the problem is looked at
 * once more, the cause is to be recorded (PRC-8…12).
 */
export function told(state: CaseState, terms: Terms, at: Instant, telling: Telling): Verdict {
  const surveys = !terms.stagesLeftOut.includes('surveying') && !inArbitration(state, terms);
  const contact = spoken(state, at);
  const lastWord = state.position || (state.round >= terms.mostRounds && state.round > 1);
  const after = afterTelling({ ...state, ...telling.changes }, terms);
  return step(
    {
      ...contact.changes,
      ...telling.changes,
      stage: stageAfterTelling(state, terms),
      resultToldAt: at,
      notReached: !telling.reached,
      pause: null,
      requests: {},
      survey: surveys ? 'due' : 'none',
      followUp: 'due',
      ...after.changes,
      // Nobody rules any more on time that is no longer needed.
      ...(state.extensions === undefined ? {} : { extensions: { ...state.extensions, asked: null } }),
    },
    telling.entries,
    {
      duties: [
        ...(telling.duties ?? []),
        { kind: 'solve', does: 'met' },
        { kind: 'statutory', does: 'met' },
        ...contact.duties.filter(({ kind }) => kind === 'respond'),
        ...OVER,
        { kind: 'reopening', does: 'open' },
        ...(surveys ? [{ kind: 'survey', does: 'open' } as const] : []),
        { kind: 'follow-up', does: 'open' },
        ...after.duties,
      ],
      messages: [...telling.messages, ...(lastWord ? [{ purpose: 'ways-outside' } as const] : [])],
      notices: after.notices,
    },
  );
}

/** What begins with the answer, whatever it is: the cause, the report of an event, write-up and assessment (PRC-11, PRC-27, PRC-28). */
export function afterTelling(state: CaseState, terms: Terms): PapersOwed {
  const report = state.report === 'running';
  const papers = papersOwed(state, terms);
  return {
    changes: { ...(report ? { report: 'due' } : {}), ...papers.changes },
    duties: [
      ...(state.analysedAt === null ? [{ kind: 'analysis', does: 'open' } as const] : []),
      ...(report ? [{ kind: 'report', does: 'open' } as const] : []),
      ...papers.duties,
    ],
    notices: [...resultNotices(state, terms), ...papers.notices],
  };
}

/** By phone or face to face: where answers are given by word of mouth (packs.md, branch). */
export const SPOKEN: readonly string[] = ['phone', 'face-to-face'];

/** What goes out in writing, unless the pack gives answers by word of mouth. */
export function inWriting({ byWordOfMouth }: Terms, message: Message): Message[] {
  return byWordOfMouth ? [] : [message];
}

/** The customer has the answer: no more news, no reports upward, no offer out, nothing asked of others. */
const OVER: readonly DutyChange[] = (
  ['news', 'progress', 'offer', 'date', 'request', 'ruling', 'extension'] as const
).map((kind) => ({
  kind,
  does: 'dropped',
}));

function stageAfterTelling(state: CaseState, terms: Terms): CaseState['stage'] {
  const next = stageAfter('informing', terms);
  // Without a survey the complaint waits where it is until the cause is recorded and somebody closes it.
  return next === 'closed' || inArbitration(state, terms) ? 'informing' : next;
}

/** Class 2 and 3: who is told of course and result (PRC-27). */
function resultNotices(state: CaseState, terms: Terms): Notice[] {
  const rule = terms.classes.find(({ code }) => code === state.class);
  return (rule?.tellsResult ?? []).map((to) => ({ to, code: 'result-told' }));
}
