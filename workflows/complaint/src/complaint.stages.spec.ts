import { describe, expect, it } from '@jest/globals';
import type { DeliveredCommand } from '@redress/contracts/workflow';
import { applyChanges, type Actor, type CaseState, type CommandName, type Finding } from '@redress/policy';
import { actor, BACKUP, caseState, HEAD, MATTER, OWNER, terms } from '@redress/policy/builders';
import { PROCESS } from './complaint.stages.ts';
import type { Verdict } from './steps/step.ts';

const AT = '2026-11-23T09:00:00.000Z';
const TRUE_AND_OURS: Finding = { isTrue: 'yes', upheld: true, responsibility: 'ours' };

function take(
  state: CaseState,
  name: CommandName,
  facts: DeliveredCommand['facts'] = {},
  who: Actor = actor(),
): Verdict {
  const handler = PROCESS[state.stage].takes[name];
  if (handler === undefined) throw new Error(`${state.stage} does not take ${name}`);
  return handler(state, terms(), { commandId: 'c', name, facts, actor: who, acceptedAt: AT });
}

function after(state: CaseState, verdict: Verdict): CaseState {
  if (!('decision' in verdict)) throw new Error(`refused: ${verdict.refusal.code}`);
  return applyChanges(state, verdict.decision.changes);
}

const refusalOf = (verdict: Verdict) => ('refusal' in verdict ? verdict.refusal.code : 'allowed');
const dutiesOf = (verdict: Verdict) =>
  'decision' in verdict ? verdict.decision.duties.map(({ kind, does }) => `${does} ${kind}`) : [];
const noticesOf = (verdict: Verdict) =>
  'decision' in verdict ? verdict.decision.notices.map(({ to, code }) => `${to.kind}: ${code}`) : [];

describe('assigning', () => {
  it('names one owner and one backup and asks the owner to accept', () => {
    const state = caseState({ stage: 'received', owner: null, backup: null, assignmentDuty: 'assign-1' });
    const verdict = PROCESS.received.assignment?.(state, {
      owner: OWNER,
      backup: BACKUP,
      head: HEAD,
      because: 'least-loaded',
    });
    expect(verdict && after(state, verdict)).toMatchObject({
      stage: 'assigned',
      owner: OWNER,
      backup: BACKUP,
      assignmentDuty: null,
    });
    expect(verdict && dutiesOf(verdict)).toEqual(['open accept']);
  });

  it('hands over to B without anyone asking when A does not accept in time, and then to the department head', () => {
    const notAccepted = PROCESS.assigned.passes?.accept;
    const state = caseState({ stage: 'assigned', accepted: false });
    const first = notAccepted?.(state) as Verdict;
    expect(after(state, first)).toMatchObject({ stage: 'assigned', owner: BACKUP, backup: null });
    expect(dutiesOf(first)).toEqual(['passed accept', 'open accept']);
    expect(noticesOf(first)).toEqual(['owner: taken-over-by-you', 'department-head: name-a-backup']);
    const second = notAccepted?.(after(state, first)) as Verdict;
    expect(after(state, second)).toMatchObject({ stage: 'investigating', owner: HEAD, accepted: true });
    expect(dutiesOf(second)).toEqual(['passed accept']);
  });
});

describe('contact', () => {
  it('meets respond once, by a person who was reached', () => {
    const reached = take(caseState(), 'logContact', { channel: 'phone', outcome: 'reached' });
    expect(dutiesOf(reached)).toEqual(['met respond']);
    expect(dutiesOf(take(after(caseState(), reached), 'logContact', { channel: 'phone', outcome: 'reached' }))).toEqual(
      [],
    );
    expect(dutiesOf(take(caseState(), 'logContact', { channel: 'phone', outcome: 'not-reached' }))).toEqual([]);
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
      'cannot be verified, not upheld',
      { isTrue: 'cannot-be-verified', upheld: false, responsibility: 'none' },
      'finding-contradicts',
    ],
    [
      'cannot be verified, against a person',
      { isTrue: 'cannot-be-verified', upheld: true, responsibility: 'ours' },
      'finding-contradicts',
    ],
    [
      'cannot be verified, upheld, nobody’s',
      { isTrue: 'cannot-be-verified', upheld: true, responsibility: 'not-established' },
      'allowed',
    ],
  ])('%s', (_, finding, expected) => {
    expect(refusalOf(find(finding))).toBe(expected);
  });

  it('knows its matters', () => {
    expect(refusalOf(find(TRUE_AND_OURS, 'another'))).toBe('no-such-matter');
  });
});

describe('deciding', () => {
  const deciding = caseState({ stage: 'deciding', findings: { [MATTER]: TRUE_AND_OURS } });

  it('stands within the limit and goes up above it', () => {
    expect(after(deciding, take(deciding, 'propose', { compensation: 500, goodwill: 0 })).stage).toBe('informing');
    const above = take(deciding, 'propose', { compensation: 500.01, goodwill: 0 });
    expect(after(deciding, above)).toMatchObject({
      stage: 'approving',
      proposal: { author: OWNER, compensation: 500.01 },
    });
    expect(noticesOf(above)).toEqual(['department-head: approval-due']);
  });

  it('needs approval when serious, whatever the amount', () => {
    const serious = { ...deciding, serious: true };
    const proposed = take(serious, 'propose', { compensation: 0, goodwill: 0 });
    expect(after(serious, proposed).stage).toBe('approving');
    expect(noticesOf(proposed)).toEqual(['capability: approval-due']);
  });

  it('gives compensation only where something is ours; goodwill needs no fault', () => {
    const theirs = {
      ...deciding,
      findings: { [MATTER]: { isTrue: 'yes', upheld: false, responsibility: 'customer' } as Finding },
    };
    expect(refusalOf(take(theirs, 'propose', { compensation: 1, goodwill: 0 }))).toBe(
      'compensation-needs-responsibility',
    );
    expect(refusalOf(take(theirs, 'propose', { compensation: 0, goodwill: 50 }))).toBe('allowed');
  });

  it('waits for every finding', () => {
    expect(refusalOf(take({ ...deciding, findings: {} }, 'propose', { compensation: 0, goodwill: 0 }))).toBe(
      'findings-missing',
    );
  });
});

describe('judging', () => {
  const proposal = { author: OWNER, authorLimits: null, compensation: 900, goodwill: 0 };
  const approving = caseState({ stage: 'approving', findings: { [MATTER]: TRUE_AND_OURS }, proposal });

  it('lets the proposal stand, or sends it back and counts', () => {
    expect(after(approving, take(approving, 'approve')).stage).toBe('informing');
    const returned = take(approving, 'returnProposal', { to: 'investigating' });
    expect(after(approving, returned)).toMatchObject({ stage: 'investigating', returns: 1, proposal: null });
  });
});

describe('telling, learning, closing', () => {
  const informing = caseState({ stage: 'informing', findings: { [MATTER]: TRUE_AND_OURS } });
  const told = after(informing, take(informing, 'tellResult', { channel: 'phone' }));

  it('stops solve, and respond where nobody had spoken yet', () => {
    expect(dutiesOf(take(informing, 'tellResult', { channel: 'phone' }))).toEqual(['met solve', 'met respond']);
    expect(dutiesOf(take({ ...informing, contactedAt: AT }, 'tellResult', { channel: 'phone' }))).toEqual([
      'met solve',
    ]);
    expect(refusalOf(take(told, 'tellResult', { channel: 'phone' }))).toBe('already-told');
  });

  it('needs the cause before closing, and opens the window from the telling', () => {
    expect(refusalOf(take(informing, 'recordAnalysis', { cause: 'process' }))).toBe('nothing-told');
    expect(refusalOf(take(told, 'close'))).toBe('analysis-missing');
    const analysed = after(told, take(told, 'recordAnalysis', { cause: 'process' }));
    const closed = take(analysed, 'close');
    expect(after(analysed, closed)).toMatchObject({ stage: 'closed', closing: 'solved' });
    expect('decision' in closed && closed.decision.duties).toEqual([{ kind: 'reopening', does: 'open', from: AT }]);
  });

  it('closes as declined where nothing was upheld', () => {
    const declined = {
      ...told,
      analysedAt: AT,
      findings: { [MATTER]: { isTrue: 'no', upheld: false, responsibility: 'none' } as Finding },
    };
    expect(after(declined, take(declined, 'close')).closing).toBe('declined');
  });

  it('ends when the window has lapsed', () => {
    const closed = caseState({ stage: 'closed', closing: 'solved' });
    expect(after(closed, PROCESS.closed.passes?.reopening?.(closed) as Verdict).stage).toBe('ended');
  });

  it('begins again with another handler and a new solve', () => {
    const closed = caseState({ stage: 'closed', resultToldAt: AT, analysedAt: AT, closing: 'solved' });
    const reopened = take(closed, 'reopen');
    expect(after(closed, reopened)).toMatchObject({
      ...{ stage: 'received', round: 2, owner: null, formerOwners: [OWNER], assignmentDuty: 'assign-2' },
      ...{ findings: {}, resultToldAt: null, closing: null },
    });
    expect(dutiesOf(reopened)).toEqual(['dropped reopening', 'open solve']);
  });
});
