import { describe, expect, it } from '@jest/globals';
import {
  applyChanges,
  gate,
  type Actor,
  type CaseState,
  type CommandName,
  type DutyKind,
  type Finding,
  type Json,
  type Terms,
} from '@redress/policy';
import { actor, BACKUP, caseState, HEAD, MATTER, OWNER, proposalOf, REMEDY, terms } from '@redress/policy/builders';
import { PROCESS } from './complaint.stages.ts';
import type { TakeCommand, Verdict } from './steps/step.ts';
import { STEPS } from './steps/steps.ts';

const AT = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const TRUE_AND_OURS: Finding = { isTrue: 'yes', upheld: true, responsibility: 'ours' };
const WHOLE = terms({ stagesLeftOut: [] });
const CUSTOMER = actor({ kind: 'customer', roles: [], capabilities: [] });

interface Given {
  readonly who?: Actor;
  readonly at?: string;
  readonly under?: Terms;
}

function take(
  state: CaseState,
  name: CommandName,
  facts: Readonly<Record<string, Json>> = {},
  { who = actor(), at = AT, under = WHOLE }: Given = {},
): Verdict {
  const step = STEPS[name] as TakeCommand<CommandName>;
  return step(state, under, { commandId: 'c', name, facts: facts as never, actor: who, acceptedAt: at });
}

function passes(state: CaseState, kind: DutyKind, under = WHOLE): Verdict {
  const follows = PROCESS[state.stage].passes?.[kind];
  if (follows === undefined) throw new Error(`nothing follows ${kind} in ${state.stage}`);
  return follows(state, under);
}

function after(state: CaseState, verdict: Verdict): CaseState {
  if (!('decision' in verdict)) throw new Error(`refused: ${verdict.refusal.code}`);
  return applyChanges(state, verdict.decision.changes);
}

const refusalOf = (verdict: Verdict) => ('refusal' in verdict ? verdict.refusal.code : 'allowed');
const decisionOf = (verdict: Verdict) => {
  if (!('decision' in verdict)) throw new Error(`refused: ${verdict.refusal.code}`);
  return verdict.decision;
};
const dutiesOf = (verdict: Verdict) => decisionOf(verdict).duties.map(({ kind, does }) => `${does} ${kind}`);
const noticesOf = (verdict: Verdict) => decisionOf(verdict).notices.map(({ to, code }) => `${to.kind}: ${code}`);
const messagesOf = (verdict: Verdict) => decisionOf(verdict).messages.map(({ purpose }) => purpose);
const codesOf = (verdict: Verdict) => decisionOf(verdict).entries.map(({ code }) => code);

describe('assigning', () => {
  const received = caseState({ stage: 'received', owner: null, backup: null, assignmentDuty: 'assign-1' });
  const assigned = PROCESS.received.assignment?.(received, {
    owner: OWNER,
    backup: BACKUP,
    head: HEAD,
    because: 'least-loaded',
  }) as Verdict;

  it('names one owner and one backup and asks the owner to accept', () => {
    const people = { stage: 'assigned', owner: OWNER, backup: BACKUP, assignmentDuty: null };
    expect(after(received, assigned)).toMatchObject(people);
    expect(dutiesOf(assigned)).toEqual(['open accept']);
  });

  it('hands over to B without anyone asking when A does not accept in time, and then to the department head', () => {
    const state = caseState({ stage: 'assigned', accepted: false });
    const first = passes(state, 'accept');
    expect(after(state, first)).toMatchObject({ stage: 'assigned', owner: BACKUP, backup: null });
    expect(dutiesOf(first)).toEqual(['passed accept', 'open accept', 'dropped backup', 'open backup']);
    expect(noticesOf(first)).toEqual(['owner: taken-over-by-you', 'department-head: name-a-backup']);
    const second = passes(after(state, first), 'accept');
    expect(after(state, second)).toMatchObject({ stage: 'investigating', owner: HEAD, accepted: true });
  });

  it('keeps who declines as concerned out of the case, and looks for somebody when nobody is left', () => {
    const state = caseState({ stage: 'assigned', accepted: false });
    const declined = take(state, 'decline', { cause: 'concerned' });
    expect(after(state, declined)).toMatchObject({ owner: BACKUP, concerned: [OWNER] });
    const alone = { ...state, backup: null, head: OWNER };
    expect(after(alone, take(alone, 'decline', { cause: 'concerned' }))).toMatchObject({
      ...{ stage: 'received', owner: null, assignmentDuty: 'assign-2' },
    });
  });

  it('goes on with the backup where the work stands when the owner is away', () => {
    const away = take(caseState(), 'ownerAway', { personId: OWNER });
    expect(after(caseState(), away)).toMatchObject({ stage: 'investigating', owner: BACKUP, backup: null });
    expect(dutiesOf(away)).toEqual(['dropped backup', 'open backup']);
  });

  it('goes on with who was named when all work of the owner is handed over', () => {
    const away = take(caseState(), 'ownerAway', { personId: OWNER, to: 'named' });
    expect(after(caseState(), away)).toMatchObject({ stage: 'investigating', owner: 'named', backup: null });
  });
});

describe('handing over between departments', () => {
  const sent = after(caseState(), take(caseState(), 'handOver', { departmentId: 'logistics' }));
  const there = { ...sent, stage: 'assigned', owner: 'x', head: 'y' } as CaseState;

  it('goes to the other department, which names its own people', () => {
    expect(sent).toMatchObject({ stage: 'received', departmentId: 'logistics', owner: null, bounces: 1 });
    expect(refusalOf(take(caseState(), 'handOver', { departmentId: 'sales' }))).toBe('same-department');
  });

  it('is refused once, with the sender as owner again; then the complaint manager rules, bindingly', () => {
    const back = after(there, take(there, 'refuseHandOver'));
    expect(back).toMatchObject({ stage: 'investigating', departmentId: 'sales', owner: OWNER, bounces: 2 });
    const again = after(back, take(back, 'handOver', { departmentId: 'logistics' }));
    expect(again.handOver?.ruling).toBe('due');
    const ruled = after(again, take(again, 'ruleOnHandOver', { departmentId: 'logistics' }));
    expect(ruled).toMatchObject({ stage: 'received', departmentId: 'logistics' });
    const bound = { ...ruled, stage: 'assigned' } as CaseState;
    expect(refusalOf(take(bound, 'refuseHandOver'))).toBe('ruling-binds');
  });

  it('is ruled on when the next department refuses too', () => {
    const next = { ...there, handOver: { from: 'x', sender: null, refusedBy: ['legal'], ruling: 'none' } } as CaseState;
    const refused = take(next, 'refuseHandOver');
    expect(dutiesOf(refused)).toEqual(['open ruling']);
    expect(refusalOf(take(caseState({ stage: 'assigned' }), 'refuseHandOver'))).toBe('no-hand-over');
  });
});

describe('contact', () => {
  const reached = { channel: 'phone', outcome: 'reached' };
  const missed = (channel: string) => ({ channel, outcome: 'not-reached' });

  it('meets respond once, by a person who was reached, and begins the rhythm of news anew', () => {
    const first = take(caseState(), 'logContact', reached);
    expect(dutiesOf(first)).toEqual(['met respond', 'restart news']);
    expect(dutiesOf(take(after(caseState(), first), 'logContact', reached))).toEqual(['restart news']);
  });

  it('meets respond too when every way that the record holds was tried', () => {
    const state = caseState({ ways: ['phone', 'e-mail'] });
    const once = take(state, 'logContact', missed('phone'));
    expect(dutiesOf(once)).toEqual([]);
    const every = take(after(state, once), 'logContact', missed('e-mail'));
    expect(dutiesOf(every)).toEqual(['met respond']);
  });

  it('that fails when the result is to be told pauses solve; after the attempts on different days it goes by letter', () => {
    const informing = caseState({ stage: 'informing', contactedAt: AT });
    const failed = take(informing, 'logContact', missed('phone'));
    expect(dutiesOf(failed)).toEqual(['pause solve']);
    expect(refusalOf(take(informing, 'markUnreachable', { answer: REMEDY }))).toBe('attempts-missing');
    const attempts = ['23', '24', '25'].map((day) => ({
      at: `2026-11-${day}T09:00:00.000Z`,
      channel: 'phone' as const,
    }));
    const unreachable = take({ ...informing, attempts }, 'markUnreachable', { answer: REMEDY });
    expect(messagesOf(unreachable)).toEqual(['letter']);
    expect(after(informing, unreachable)).toMatchObject({ stage: 'surveying', notReached: true });
  });

  it('asks what only the customer can answer: solve stands still until the answer', () => {
    const asked = take(caseState(), 'askCustomer', { question: REMEDY });
    expect(dutiesOf(asked)).toContain('pause solve');
    expect(dutiesOf(take(after(caseState(), asked), 'message', { text: REMEDY }, { at: LATER }))).toEqual([
      'resume solve',
    ]);
  });
});

describe('pausing', () => {
  it('has a reason and the limit of the pack; a statutory clock never pauses', () => {
    const paused = after(caseState(), take(caseState(), 'pauseClock', { cause: 'customer' }));
    expect(paused.pause).toEqual({ reason: 'customer', until: '2026-11-28T09:00:00.000Z' });
    expect(refusalOf(take(paused, 'pauseClock', { cause: 'other' }, { at: LATER }))).toBe('already-paused');
    expect(dutiesOf(take(paused, 'resumeClock', {}, { at: LATER }))).toEqual(['resume solve']);
    const law = { under: { ...WHOLE, mayPause: false } };
    expect(refusalOf(take(caseState(), 'pauseClock', { cause: 'customer' }, law))).toBe('never-pauses');
  });
});

describe('grading by a person', () => {
  it('raises the level: the clocks are reckoned anew and the customer hears the new timetable', () => {
    const raised = take(caseState(), 'changeGrading', { level: '1', reason: REMEDY });
    expect(dutiesOf(raised)).toEqual(['recompute every']);
    expect(messagesOf(raised)).toEqual(['timetable']);
  });

  it('lets a class rise, never fall, and tells whom the class names', () => {
    const risen = take(caseState(), 'changeGrading', { class: '3', reason: REMEDY });
    expect(noticesOf(risen)).toEqual(['role: class-risen']);
    const third = caseState({ class: '3' });
    expect(refusalOf(take(third, 'changeGrading', { class: '1', reason: REMEDY }))).toBe('class-falls');
    expect(refusalOf(take(caseState(), 'changeGrading', { level: 'x', reason: REMEDY }))).toBe('no-such-level');
  });

  it('lets the handler’s date go with its level: lowered to it again, a date is to be given again', () => {
    const at = '2026-11-27T09:00:00.000Z';
    const giving = { under: terms({ solveDateGivenByHandler: true }) };
    const fourth = caseState({ level: '4', stage: 'assigned', solveDate: at });
    const raised = after(fourth, take(fourth, 'changeGrading', { level: '2', reason: REMEDY }, giving));
    expect(raised.solveDate).toBeNull();
    const lowered = take(raised, 'changeGrading', { level: '4', reason: REMEDY });
    expect(dutiesOf(lowered)).toEqual(['recompute every']);
    expect(after(raised, take(after(raised, lowered), 'giveDate', { date: at }, giving)).solveDate).toBe(at);
    const graver = take(fourth, 'changeGrading', { class: '2', reason: REMEDY }, giving);
    expect(after(fourth, graver).solveDate).toBe(at);
  });

  it('marks the media: serious at once, who alone speaks is told', () => {
    const marked = take(caseState(), 'mark', { mark: 'media', holds: true, reason: REMEDY });
    expect(after(caseState(), marked)).toMatchObject({ serious: true, marks: ['media'] });
    expect(noticesOf(marked)).toEqual(['capability: media', 'capability: serious']);
    expect(codesOf(marked)).toEqual(['marked', 'regraded']);
  });

  it('marks danger: the fast lane with the gravest level', () => {
    const marked = take(caseState(), 'mark', { mark: 'danger', holds: true, reason: REMEDY });
    expect(after(caseState(), marked)).toMatchObject({ fastLane: true, level: '1', serious: true });
  });
});

describe('misconduct that comes to light (INT-15)', () => {
  const OTHER = 'another matter';
  const two = caseState({ matters: [MATTER, OTHER], findings: { [OTHER]: TRUE_AND_OURS } });
  const marked = (state: CaseState, facts: Readonly<Record<string, Json>> = {}) =>
    take(state, 'mark', { mark: 'misconduct', holds: true, reason: REMEDY, ...facts });

  it('takes the only matter, or all of them, out of ordinary hands with all its clocks', () => {
    const waiting = caseState({ stage: 'received', assignmentDuty: 'assign-1' });
    for (const verdict of [marked(waiting), marked(waiting, { matterId: MATTER }), marked(two)]) {
      expect(decisionOf(verdict).restricts).toBe('all');
      expect(dutiesOf(verdict)).toEqual(['dropped every']);
      expect(after(waiting, verdict)).toMatchObject({ marks: ['misconduct'], assignmentDuty: null });
      expect(noticesOf(verdict)).toEqual(['capability: misconduct']);
      expect(messagesOf(verdict)).toEqual(['taken-further']);
    }
  });

  it('lets the other matters go on: the deciding begins when each of them has its finding', () => {
    const verdict = marked(two, { matterId: MATTER });
    expect(decisionOf(verdict).restricts).toEqual([MATTER]);
    expect(dutiesOf(verdict)).toEqual([]);
    expect(decisionOf(verdict).entries).toMatchObject([{ code: 'marked', matterId: MATTER }]);
    expect(after(two, verdict)).toMatchObject({ matters: [OTHER], stage: 'deciding', marks: [] });
    const unfound = caseState({ matters: [MATTER, OTHER], findings: { [MATTER]: TRUE_AND_OURS } });
    expect(after(unfound, marked(unfound, { matterId: MATTER }))).toMatchObject({
      ...{ matters: [OTHER], stage: 'investigating', findings: {} },
    });
  });

  it('is not taken back, and concerns matters of the complaint alone', () => {
    expect(refusalOf(marked(two, { holds: false }))).toBe('already-done');
    expect(refusalOf(marked(caseState({ marks: ['misconduct'] })))).toBe('already-done');
    expect(refusalOf(marked(two, { matterId: 'elsewhere' }))).toBe('no-such-matter');
  });
});

describe('finding', () => {
  const find = (finding: Finding, matterId = MATTER) => take(caseState(), 'recordFinding', { matterId, ...finding });

  it('opens the deciding when every matter has one', () => {
    expect(after(caseState(), find(TRUE_AND_OURS)).stage).toBe('deciding');
    const two = caseState({ matters: [MATTER, 'other'] });
    expect(after(two, take(two, 'recordFinding', { matterId: MATTER, ...TRUE_AND_OURS })).stage).toBe('investigating');
  });

  it.each<[string, Finding, string]>([
    ['not true, upheld', { isTrue: 'no', upheld: true, responsibility: 'ours' }, 'finding-contradicts'],
    ['not true, not upheld', { isTrue: 'no', upheld: false, responsibility: 'none' }, 'allowed'],
    [
      'unverifiable, not upheld',
      { isTrue: 'cannot-be-verified', upheld: false, responsibility: 'none' },
      'finding-contradicts',
    ],
    [
      'unverifiable, against a person',
      { isTrue: 'cannot-be-verified', upheld: true, responsibility: 'ours' },
      'finding-contradicts',
    ],
    [
      'unverifiable, upheld, nobody’s',
      { isTrue: 'cannot-be-verified', upheld: true, responsibility: 'not-established' },
      'allowed',
    ],
  ])('%s', (_, finding, expected) => {
    expect(refusalOf(find(finding))).toBe(expected);
  });

  it('waits until the person complained of is identified, and keeps them out from then on', () => {
    const due = caseState({ identification: 'due' });
    expect(refusalOf(take(due, 'recordFinding', { matterId: MATTER, ...TRUE_AND_OURS }))).toBe('person-not-identified');
    const known = after(due, take(due, 'identifyPerson', { personId: OWNER }));
    expect(known).toMatchObject({ identification: 'done', concerned: [OWNER], owner: BACKUP });
  });

  it('knows its matters', () => {
    expect(refusalOf(find(TRUE_AND_OURS, 'another'))).toBe('no-such-matter');
  });
});

describe('a request to another department', () => {
  it('has its own clock and is closed by the answer', () => {
    const asked = take(caseState(), 'requestFrom', { departmentId: 'logistics' });
    expect(decisionOf(asked).duties).toMatchObject([{ kind: 'request', ref: '1', does: 'open' }]);
    const state = after(caseState(), asked);
    expect(dutiesOf(take(state, 'answerRequest', { request: '1' }))).toEqual(['met request']);
    expect(refusalOf(take(state, 'answerRequest', { request: '2' }))).toBe('no-such-request');
  });
});

describe('deciding', () => {
  const deciding = caseState({ stage: 'deciding', findings: { [MATTER]: TRUE_AND_OURS } });
  const options = (...amounts: number[]) =>
    amounts.map((compensation) => ({ compensation, remedy: REMEDY, costsCustomer: false }));
  const propose = (state: CaseState, amounts: number[], goodwill = 0, given: Given = {}) =>
    take(state, 'propose', { options: options(...amounts), goodwill }, given);

  it('stands within the limit and goes up above it, by the dearest option', () => {
    expect(after(deciding, propose(deciding, [500])).stage).toBe('offering');
    const above = propose(deciding, [100, 500.01]);
    expect(after(deciding, above).stage).toBe('approving');
    expect(noticesOf(above)).toEqual(['judge: approval-due']);
    expect(dutiesOf(above)).toEqual(['open approval']);
  });

  it('counts what was paid before the end', () => {
    const paid = { ...deciding, interim: 100 };
    expect(after(paid, propose(paid, [450])).stage).toBe('approving');
  });

  it('needs approval when serious, unless a leader proposes it', () => {
    const serious = { ...deciding, serious: true };
    expect(after(serious, propose(serious, [0])).stage).toBe('approving');
    const leader = actor({
      id: HEAD,
      roles: ['leader'],
      capabilities: ['handle', 'lead'],
      limits: { compensation: null, goodwill: null },
    });
    expect(after(serious, propose(serious, [0], 0, { who: leader })).stage).toBe('offering');
  });

  it('needs a higher authority in the second round', () => {
    const again = { ...deciding, round: 2, authorityFloor: 1 };
    expect(after(again, propose(again, [10])).stage).toBe('approving');
  });

  it('gives compensation only where something is ours; goodwill needs no fault', () => {
    const theirs = {
      ...deciding,
      findings: { [MATTER]: { isTrue: 'yes', upheld: false, responsibility: 'customer' } as Finding },
    };
    expect(refusalOf(propose(theirs, [1]))).toBe('compensation-needs-responsibility');
    expect(refusalOf(propose(theirs, [0], 50))).toBe('allowed');
  });

  it('goes straight to the telling where nothing is upheld', () => {
    const findings = { [MATTER]: { isTrue: 'no', upheld: false, responsibility: 'none' } as Finding };
    const declined = { ...deciding, findings };
    expect(after(declined, propose(declined, [0])).stage).toBe('informing');
  });

  it('waits for every finding', () => {
    const nothingFound = { ...deciding, findings: {} };
    expect(refusalOf(propose(nothingFound, [0]))).toBe('findings-missing');
  });

  it('is judged: it stands, or goes back and counts', () => {
    const approving = { ...deciding, stage: 'approving', proposal: proposalOf(900) } as CaseState;
    expect(after(approving, take(approving, 'approve')).stage).toBe('offering');
    const returned = take(approving, 'returnProposal', { to: 'investigating' });
    expect(after(approving, returned)).toMatchObject({ stage: 'investigating', returns: 1, proposal: null });
  });
});

describe('offering', () => {
  const proposal = {
    ...proposalOf(100, { goodwill: 20 }),
    options: [100, 200].map((compensation) => ({ compensation, remedy: REMEDY, costsCustomer: false })),
  };
  const offering = caseState({
    ...{ stage: 'offering', proposal, contactedAt: AT, decidedRank: 0 },
    findings: { [MATTER]: TRUE_AND_OURS },
  });
  const put = (state: CaseState, goodwill = false) =>
    after(state, take(state, 'putOffer', { channel: 'phone', goodwill }));
  const refuse = (state: CaseState) => after(state, take(state, 'answerOffer', { accepted: false }, { at: LATER }));

  it('puts the first option; solve waits for the answer', () => {
    const offered = take(offering, 'putOffer', { channel: 'phone', goodwill: false });
    expect(dutiesOf(offered)).toEqual(['restart news', 'open offer', 'pause solve']);
    expect(refusalOf(take(after(offering, offered), 'putOffer', { channel: 'phone', goodwill: false }))).toBe(
      'offer-out',
    );
  });

  it('accepted is carried out: a task for the remedy', () => {
    const accepted = take(put(offering), 'answerOffer', { accepted: true }, { at: LATER });
    expect(after(put(offering), accepted)).toMatchObject({ stage: 'resolving', tasks: { '1': { kind: 'remedy' } } });
    expect(dutiesOf(accepted)).toEqual(['met offer', 'resume solve', 'open task']);
  });

  it('refused goes on to the next option, then goodwill on top, then the next higher authority, then our position', () => {
    const second = refuse(put(offering));
    expect(second).toMatchObject({ stage: 'offering', optionAt: 1, offer: null });
    const withGoodwill = refuse(put(second));
    expect(withGoodwill).toMatchObject({ stage: 'offering', optionAt: 1 });
    const higher = refuse(put(withGoodwill, true));
    expect(higher).toMatchObject({ stage: 'deciding', authorityFloor: 1, proposal: null });
    const highest = refuse(put({ ...withGoodwill, decidedRank: 2 }, true));
    expect(highest).toMatchObject({ stage: 'informing', position: true });
  });

  it('unanswered is told, and a yes after the date is carried out without a round', () => {
    const offered = put(offering);
    const lapsed = passes(offered, 'offer');
    const told = after(offered, lapsed);
    expect(told).toMatchObject({ stage: 'informing', offer: { lapsed: true } });
    const late = take({ ...told, stage: 'closed' }, 'answerOffer', { accepted: true });
    expect(after(told, late)).toMatchObject({ stage: 'resolving', round: 1, resultToldAt: null });
    expect(dutiesOf(late)).toContain('open solve');
  });

  it('unanswered is carried out where the pack says so and it costs the customer nothing', () => {
    const carried = passes(put(offering), 'offer', { ...WHOLE, unansweredOffer: 'carry-out' });
    expect(after(put(offering), carried).stage).toBe('resolving');
  });

  it('is resolved when the last task is evidenced', () => {
    const resolving = caseState({
      stage: 'resolving',
      tasks: { '1': { kind: 'remedy', departmentId: null, appointmentAt: null } },
    });
    expect(after(resolving, take(resolving, 'completeTask', { task: '1', evidence: REMEDY })).stage).toBe('informing');
  });
});

describe('telling, surveying, learning, closing', () => {
  const informing = caseState({ stage: 'informing', contactedAt: AT, findings: { [MATTER]: TRUE_AND_OURS } });
  const tell = (state: CaseState, under = WHOLE) =>
    take(state, 'tellResult', { channel: 'phone', answer: REMEDY }, { under });
  const told = after(informing, tell(informing));
  const answer = (state: CaseState, result: number, satisfied = true) =>
    take(state, 'answerSurvey', { result, process: 4, satisfied });
  const analyse = (state: CaseState) => take(state, 'recordAnalysis', { cause: 'process', analysis: REMEDY });

  it('stops solve, opens window, survey, follow-up and analysis', () => {
    expect(dutiesOf(tell(informing))).toEqual([
      ...['met solve', 'met statutory', 'dropped news', 'dropped progress', 'dropped offer', 'dropped date'],
      ...['dropped request', 'dropped ruling', 'dropped extension'],
      ...['open reopening', 'open survey', 'open follow-up', 'open analysis'],
    ]);
    expect(told).toMatchObject({ stage: 'surveying', survey: 'due', followUp: 'due' });
    expect(refusalOf(tell(told))).toBe('already-told');
  });

  it('closes by itself when survey and analysis are there, in either order', () => {
    const analysed = after(told, analyse(told));
    expect(analysed.stage).toBe('surveying');
    expect(after(analysed, answer(analysed, 5))).toMatchObject({ stage: 'closed', closing: 'solved' });
    const answered = after(told, answer(told, 5));
    expect(after(answered, analyse(answered)).stage).toBe('closed');
    expect(after(analysed, passes(analysed, 'survey'))).toMatchObject({ stage: 'closed', survey: 'unanswered' });
  });

  it('begins again when the customer is not satisfied, by the score or by saying so', () => {
    expect(after(told, answer(told, 2))).toMatchObject({
      stage: 'received',
      round: 2,
      formerOwners: [OWNER],
      authorityFloor: 1,
    });
    expect(after(told, answer(told, 5, false)).round).toBe(2);
    const last = { ...told, round: 2 };
    expect(messagesOf(answer(last, 1))).toEqual(['ways-outside']);
  });

  it('reopens at the customer’s word while rounds are left, with a new solve and a higher class', () => {
    const closed = { ...told, stage: 'closed', analysedAt: AT, closing: 'solved' } as CaseState;
    const reopened = take(closed, 'reopen', { reason: REMEDY, newFacts: false });
    expect(after(closed, reopened)).toMatchObject({
      ...{ stage: 'received', round: 2, owner: null, class: '2', assignmentDuty: 'assign-2' },
      ...{ findings: {}, resultToldAt: null, closing: null },
    });
    expect(dutiesOf(reopened)).toEqual(['dropped every', 'open solve', 'open news']);
  });

  it('with the rounds used up, only new facts reopen, and somebody rules on them', () => {
    const last = { ...told, round: 2, stage: 'closed' } as CaseState;
    expect(refusalOf(take(last, 'reopen', { reason: REMEDY, newFacts: false }))).toBe('rounds-used-up');
    const claimed = after(last, take(last, 'reopen', { reason: REMEDY, newFacts: true }));
    expect(claimed).toMatchObject({ stage: 'closed', newFacts: true });
    expect(after(claimed, passes(claimed, 'reopening'))).toMatchObject({ stage: 'closed', windowLapsed: true });
    expect(after(claimed, take(claimed, 'ruleOnNewFacts', { accepted: true })).round).toBe(3);
  });

  it('ends when the window has lapsed and the problem has been looked at once more', () => {
    const closed = { ...told, stage: 'closed', analysedAt: AT, survey: 'answered' } as CaseState;
    const waiting = after(closed, passes(closed, 'reopening'));
    expect(waiting.stage).toBe('closed');
    expect(after(waiting, take(waiting, 'recordFollowUp', { solved: true })).stage).toBe('ended');
    const looked = { ...closed, followUp: 'done' } as CaseState;
    expect(after(looked, passes(looked, 'reopening')).stage).toBe('ended');
  });

  it('a check that fails is a new fact, whatever the rounds', () => {
    const closed = { ...told, stage: 'closed', round: 2 } as CaseState;
    expect(after(closed, take(closed, 'recordFollowUp', { solved: false })).round).toBe(3);
  });

  it('without a survey waits for the cause and somebody who closes it', () => {
    const under = terms({ stagesLeftOut: ['offering', 'resolving', 'surveying'] });
    const heard = after(informing, tell(informing, under));
    expect(heard).toMatchObject({ stage: 'informing', survey: 'none' });
    expect(refusalOf(take(heard, 'close', {}, { under }))).toBe('analysis-missing');
    const analysed = after(heard, take(heard, 'recordAnalysis', { cause: 'process', analysis: REMEDY }, { under }));
    expect(after(analysed, take(analysed, 'close', {}, { under }))).toMatchObject({
      stage: 'closed',
      closing: 'solved',
    });
  });

  it('settles level 4 by a reply, in the first round only', () => {
    const under = { ...WHOLE, settledByReply: true };
    const replied = take(caseState(), 'settleByReply', { channel: 'e-mail', reply: REMEDY }, { under });
    expect(after(caseState(), replied)).toMatchObject({ stage: 'surveying', settledByReply: true });
    expect(dutiesOf(replied)).toEqual(expect.arrayContaining(['met respond', 'met solve', 'met date']));
    expect(refusalOf(take(caseState(), 'settleByReply', { channel: 'e-mail', reply: REMEDY }))).toBe('not-by-reply');
  });
});

describe('withdrawing, transferring, merging', () => {
  it('ends at once, and the customer is told', () => {
    const withdrawn = take(caseState(), 'withdraw');
    expect(after(caseState(), withdrawn)).toMatchObject({ stage: 'ended', closing: 'withdrawn' });
    expect(codesOf(withdrawn)).toEqual(['withdrawn', 'closed', 'ended']);
    expect(messagesOf(withdrawn)).toEqual(['withdrawn']);
  });

  it('keeps the report of an event and the cause of what was told as the owner’s duties, and ends when both are in', () => {
    const event = caseState({ stage: 'surveying', resultToldAt: AT, survey: 'due', report: 'running' });
    const withdrawn = take(event, 'withdraw');
    const open = after(event, withdrawn);
    expect(open).toMatchObject({ stage: 'closed', closing: 'withdrawn', survey: 'none', report: 'due' });
    expect(codesOf(withdrawn)).toEqual(['withdrawn', 'closed']);
    expect(dutiesOf(withdrawn)).toEqual(['dropped every', 'open report']);
    expect(gate(open, WHOLE, CUSTOMER, 'reopen')).toMatchObject({ refusal: { code: 'out-of-order' } });
    const reported = take(open, 'fileReport', { report: REMEDY });
    expect(after(open, reported)).toMatchObject({ stage: 'closed', report: 'filed' });
    const analysed = take(after(open, reported), 'recordAnalysis', { cause: 'process', analysis: REMEDY });
    expect(after(after(open, reported), analysed).stage).toBe('ended');
    const onlyReport = caseState({ report: 'due' });
    const transferred = after(onlyReport, take(onlyReport, 'transferOut', { authority: 'court', reasons: REMEDY }));
    expect(transferred.stage).toBe('closed');
    expect(after(transferred, take(transferred, 'fileReport', { report: REMEDY })).stage).toBe('ended');
  });

  it('into arbitration opens the papers that the ordinary end opens, once (INT-17, PRC-11, PRC-27, PRC-28)', () => {
    const under = { ...WHOLE, arbitrationFrom: 'unreasonable-demands', assessmentDue: 'when-ours' } as const;
    const facts = { demand: 'unreasonable-demands', authority: 'consumer-association', position: REMEDY };
    const ours = caseState({ class: '3', report: 'running', findings: { [MATTER]: TRUE_AND_OURS } });
    const enters = take(ours, 'markExtortion', facts, { under });
    const waits = after(ours, enters);
    expect(waits).toMatchObject({ stage: 'informing', writeUp: 'due', assessment: 'due', report: 'due' });
    const opened = ['analysis', 'report', 'write-up', 'assessment'].map((kind) => `open ${kind}`);
    expect(dutiesOf(enters)).toEqual(['met solve', 'met statutory', 'dropped every', ...opened]);
    expect(noticesOf(enters)).toEqual(
      expect.arrayContaining(['owner: write-up-due', 'department-head: assessment-due']),
    );
    const told = { ...ours, stage: 'informing', resultToldAt: AT } as const;
    expect(dutiesOf(take(told, 'markExtortion', facts, { under }))).toEqual(dutiesOf(enters).slice(0, 3));
    const ended = take(waits, 'fileOutsideOutcome', { authority: 'consumer-association', inFavourOf: 'us' }, { under });
    expect(after(waits, ended).stage).not.toBe('ended');
  });

  it('tells whom the pack names that the report is filed (PRC-28)', () => {
    const leader = { kind: 'role', role: 'leader' } as const;
    const filed = (under = WHOLE) => take(caseState({ report: 'due' }), 'fileReport', { report: REMEDY }, { under });
    expect(decisionOf(filed({ ...WHOLE, reportTells: [leader] })).notices).toEqual([
      { to: leader, code: 'report-filed' },
    ]);
    expect(decisionOf(filed()).notices).toEqual([]);
  });

  it('ends at once where nobody has it in hand yet', () => {
    const unowned = caseState({ stage: 'received', owner: null, report: 'running' });
    expect(after(unowned, take(unowned, 'withdraw')).stage).toBe('ended');
  });

  it('merges into another one, which hears of it, and parts again', () => {
    const merged = take(caseState(), 'merge', { into: 'b' });
    const state = after(caseState(), merged);
    expect(state).toMatchObject({ stage: 'closed', closing: 'merged', mergedInto: 'b' });
    expect(decisionOf(merged).others).toEqual([{ complaintId: 'b', name: 'absorb', facts: {} }]);
    expect(after(state, take(state, 'part'))).toMatchObject({
      stage: 'investigating',
      mergedInto: null,
      closing: null,
    });
    expect(after(state, take(state, 'survivorEnded')).stage).toBe('ended');
  });

  it('survives where an offer is out or a task open', () => {
    const promised = caseState({ tasks: { '1': { kind: 'remedy', departmentId: null, appointmentAt: null } } });
    expect(refusalOf(take(promised, 'merge', { into: 'b' }))).toBe('merge-other-way');
  });
});

describe('a calendar that is published', () => {
  const published = (timetable: boolean) =>
    take(caseState(), 'calendarPublished', { calendar: 'office', version: 'v2', timetable });

  it('has the clocks reckoned anew that count by it, and tells the customer of another timetable (PRC-22)', () => {
    expect(decisionOf(published(true)).duties).toEqual([
      { kind: 'every', does: 'follow-calendar', calendar: 'office' },
    ]);
    expect(messagesOf(published(true))).toEqual(['timetable']);
    expect(messagesOf(published(false))).toEqual([]);
    expect(after(caseState(), published(true))).toEqual(caseState());
  });
});

describe('more time for a clock (PRC-21)', () => {
  const WITH = terms({
    extensions: [
      { code: 'complex', by: 'department-head', asks: { kind: 'department-head' } },
      { code: 'special', by: 'leader', asks: { kind: 'role', role: 'leader' } },
    ],
  });
  const head = actor({ id: HEAD, roles: ['department-head'], capabilities: ['handle', 'approve'] });
  const leader = actor({ id: 'l', roles: ['leader'], capabilities: ['approve', 'lead'] });
  const asked = (state: CaseState) => after(state, take(state, 'askExtension', { reason: 'r' }, { under: WITH }));
  const ruled = (state: CaseState, granted: boolean, who: Actor) =>
    take(state, 'ruleOnExtension', { granted, reason: REMEDY }, { under: WITH, who });
  const first = asked(caseState());

  it('is asked for, and waits for who stands above', () => {
    const verdict = take(caseState(), 'askExtension', { reason: 'r' }, { under: WITH });
    expect(dutiesOf(verdict)).toEqual(['open extension']);
    expect(decisionOf(verdict).notices).toEqual([{ to: { kind: 'department-head' }, code: 'extension-asked' }]);
    expect(refusalOf(take(first, 'askExtension', { reason: 'r' }, { under: WITH }))).toBe('already-done');
  });

  it('granted, has every clock reckoned anew and the customer told why', () => {
    const granted = ruled(first, true, head);
    expect(dutiesOf(granted)).toEqual(['met extension', 'recompute every']);
    expect(decisionOf(granted).messages).toEqual([{ purpose: 'extended', words: REMEDY }]);
    expect(after(first, granted).extensions).toEqual({ asked: null, granted: ['complex'] });
  });

  it('refused, changes no clock and tells the customer nothing; it may be asked for again', () => {
    const refused = ruled(first, false, head);
    expect(dutiesOf(refused)).toEqual(['met extension']);
    expect(messagesOf(refused)).toEqual([]);
    expect(after(first, refused).extensions).toEqual({ asked: null, granted: [] });
  });

  it('is granted by nobody to themselves, and by nobody below the role that the pack names', () => {
    expect(refusalOf(ruled(first, true, actor({ roles: ['leader'] })))).toBe('own-proposal');
    expect(refusalOf(ruled(first, true, actor({ id: 'x', roles: ['handler'] })))).toBe('higher-authority-decides');
    expect(refusalOf(ruled(caseState(), true, head))).toBe('nothing-due');
    const again = asked(after(first, ruled(first, true, head)));
    expect(refusalOf(ruled(again, true, head))).toBe('higher-authority-decides');
    expect(refusalOf(ruled(again, true, leader))).toBe('allowed');
  });

  it('is no longer ruled on once the result has been told', () => {
    const informing = { ...first, stage: 'informing', findings: { [MATTER]: TRUE_AND_OURS } } as CaseState;
    const told = after(informing, take(informing, 'tellResult', { channel: 'phone', answer: REMEDY }));
    expect(refusalOf(ruled(told, true, head))).toBe('nothing-due');
  });

  it('is given as often as the pack says, in its order, and begins anew with a new round', () => {
    const second = asked(after(first, ruled(first, true, head)));
    const both = after(second, ruled(second, true, leader));
    expect(both.extensions?.granted).toEqual(['complex', 'special']);
    expect(refusalOf(take(both, 'askExtension', { reason: 'r' }, { under: WITH }))).toBe('no-extension-left');
    expect(refusalOf(take(caseState(), 'askExtension', { reason: 'r' }))).toBe('no-extension-left');
    const told = { ...both, stage: 'closed', resultToldAt: AT } as CaseState;
    expect(after(told, take(told, 'reopen', {}, { under: WITH })).extensions).toEqual({ asked: null, granted: [] });
  });
});

describe('a round that is lifted to a role above', () => {
  const LIFTED = terms({ mostRounds: 5, laterRoundsUnder: null, lift: { fromRound: 3, to: 'leader' } });
  const told = (round: number) => caseState({ stage: 'closed', resultToldAt: AT, round, class: '2' });
  const leaderRank = LIFTED.authorities.findIndex((roles) => roles.includes('leader'));

  it('is told to that role, and decided by nobody below it', () => {
    const second = take(told(1), 'reopen', {}, { under: LIFTED });
    expect(noticesOf(second)).toEqual([]);
    expect(after(told(1), second).authorityFloor).toBeLessThan(leaderRank);
    const third = take(told(2), 'reopen', {}, { under: LIFTED });
    expect(noticesOf(third)).toEqual(['role: lifted']);
    expect(after(told(2), third).authorityFloor).toBe(leaderRank);
    expect(decisionOf(third).entries.at(-1)?.because).toMatchObject([{ rule: 'round-lifted' }]);
  });
});

describe('duties of the law (PRC-21)', () => {
  it('are met when the result is told, whatever the service clocks do', () => {
    const state = caseState({ stage: 'informing', findings: { [MATTER]: TRUE_AND_OURS } });
    const telling = take(state, 'tellResult', { channel: 'phone', answer: REMEDY });
    expect(dutiesOf(telling)).toContain('met statutory');
    const paused = take(caseState(), 'pauseClock', { cause: 'customer', reason: 'r' });
    expect(dutiesOf(paused)).toEqual(['pause solve']);
  });
});
