import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestAnalytics } from './analytics.fixture.ts';
import type { ComplaintView } from './figures/complaint.view.ts';
import type { KpiView } from './figures/figures.view.ts';
import { story } from './projection/complaint-story.builder.ts';
import { rebuildFigures } from './projection/rebuild.figures.ts';

const NOW = '2027-02-10T00:00:00.000Z';
const [ANNA, BO] = [randomUUID(), randomUUID()];
const TOLD = { channel: 'phone', reached: true };

const answer = (result: number, satisfied = result > 2) => ({ result, process: 4, recommend: null, satisfied });

/** Told by Anna, answered with a 5, checked and closed. */
const content = story({ owner: ANNA })
  .registered('delivery')
  .then('2026-11-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-24T02:00:00.000Z', 'survey-sent')
  .then('2026-11-25T02:00:00.000Z', 'surveyed', answer(5))
  .then('2026-11-26T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' })
  .then('2026-12-20T02:00:00.000Z', 'followed-up', { solved: true });

/** Told by Anna, not satisfied: by the time of the fact the second round is on, under Bo, who is told a 4 about. */
const twice = story({ owner: ANNA })
  .registered('delivery')
  .then('2026-11-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-24T02:00:00.000Z', 'survey-sent')
  .then('2026-11-25T02:00:00.000Z', 'surveyed', answer(1), { round: 2, owner: null, stage: 'received' })
  .then('2026-11-25T02:00:00.000Z', 'reopened', { round: 2, reason: 'survey' })
  .then('2026-11-25T03:00:00.000Z', 'assigned', { rule: 'least-loaded' }, { owner: BO, stage: 'assigned' })
  .then('2026-12-02T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-12-02T02:00:00.000Z', 'survey-sent')
  .then('2026-12-03T02:00:00.000Z', 'surveyed', answer(4))
  .then('2026-12-03T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' })
  .then('2027-01-03T02:00:00.000Z', 'followed-up', { solved: false });

/** Told by Anna, asked, never answered. */
const silent = story({ owner: ANNA })
  .registered('delivery')
  .then('2026-11-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-24T02:00:00.000Z', 'survey-sent')
  .then('2026-12-01T02:00:00.000Z', 'survey-closed')
  .then('2026-12-01T02:00:00.000Z', 'closed', { closing: 'solved' }, { stage: 'closed' });

/** Logistics was asked and answered late, while Anna owned it and then Bo. A pause moved its solve clock. */
const asked = story({ owner: ANNA })
  .registered('delivery')
  .opens('2026-11-23T02:00:00.000Z', 'request', '2026-11-24T02:00:00.000Z', 'logistics')
  .then('2026-11-23T05:00:00.000Z', 'handed-over', { from: ANNA, reason: 'away' }, { owner: BO })
  .closes('2026-11-25T02:00:00.000Z', 'request', '2026-11-24T02:00:00.000Z', 'late', BO, 'logistics')
  .then('2026-11-26T02:00:00.000Z', 'duty-changed', {
    ...{ dutyId: 'solve-1', kind: 'solve', dueAt: '2027-03-01T09:00:00.000Z' },
  });

const drill = story({ owner: ANNA }, { drill: true })
  .registered('delivery')
  .then('2026-11-24T02:00:00.000Z', 'told', TOLD, { stage: 'surveying' })
  .then('2026-11-24T02:00:00.000Z', 'survey-sent')
  .then('2026-11-25T02:00:00.000Z', 'surveyed', answer(1));

describe('satisfaction and what stands beside it, on real PostgreSQL and Kafka (IMP-2)', () => {
  let one: TestAnalytics;

  beforeAll(async () => {
    one = await TestAnalytics.open(NOW);
    await one.publish(content, twice, silent, asked, drill);
    await one.publish(content, twice);
    await one.quiet();
  });
  afterAll(() => one?.close());

  async function lineOf(by: 'person' | 'department', month: string, id: string | null, period = 'month') {
    const { items } = await one.get<KpiView>(`kpi?by=${by}&period=${period}&from=${month}`);
    const line = items.find((item) => item.id === id);
    if (line === undefined) throw new Error(`no line for ${id}`);
    return line;
  }
  const behind = async (figure: { complaints: string }) => (await one.idsBehind(figure.complaints)).sort();

  it('is the mean of the last answer of each complaint, for who owned it when that result was told', async () => {
    const anna = await lineOf('person', '2026-11', ANNA);
    expect([anna.satisfaction, anna.answered.count]).toEqual([100, 1]);
    expect(await behind(anna.answered)).toEqual([content.id]);
    const bo = await lineOf('person', '2026-12', BO);
    expect([bo.satisfaction, bo.answered.count, await behind(bo.answered)]).toEqual([75, 1, [twice.id]]);
    expect((await lineOf('department', '2026-11', 'sales', 'year')).satisfaction).toBe(87.5);
  });

  it('has beside it how many were asked and how many of those answered', async () => {
    const anna = await lineOf('person', '2026-11', ANNA);
    expect([anna.surveysSent.count, anna.surveysAnswered.count]).toEqual([3, 2]);
    expect(anna.responseRate).toBeCloseTo(66.67, 1);
    expect(await behind(anna.surveysSent)).toEqual([content.id, twice.id, silent.id].sort());
    expect(await behind(anna.surveysAnswered)).toEqual([content.id, twice.id].sort());
  });

  it('stands beside the share of the first round and the checks that were passed', async () => {
    const year = await lineOf('department', '2026-12', 'sales', 'year');
    expect([year.closed.count, year.closedForGood.count, year.firstRound.count]).toEqual([3, 3, 2]);
    expect(year.firstRoundShare).toBeCloseTo(66.67, 1);
    expect(await behind(year.firstRound)).toEqual([content.id, silent.id].sort());
    expect([year.followUps.count, year.followUpsPassed.count]).toEqual([1, 1]);
    const january = await lineOf('person', '2027-01', BO);
    expect([january.followUps.count, january.followUpsPassed.count]).toEqual([1, 0]);
    expect(await behind(january.followUps)).toEqual([twice.id]);
  });

  it('is weighed with timeliness, in which a request counts for the department that was asked', async () => {
    const logistics = await lineOf('department', '2026-11', 'logistics');
    expect([logistics.dutiesDue.count, logistics.dutiesLate.count, logistics.timeliness]).toEqual([1, 1, 0]);
    expect(await behind(logistics.dutiesLate)).toEqual([asked.id]);
    const view = await one.get<ComplaintView>(`complaints/${asked.id}`);
    const request = view.duties.find(({ kind }) => kind === 'request');
    expect([request?.holder, request?.departmentId, request?.verdict]).toEqual([null, 'logistics', 'late']);
  });

  it('follows a clock that was moved', async () => {
    const view = await one.get<ComplaintView>(`complaints/${asked.id}`);
    expect(view.duties.find(({ kind }) => kind === 'solve')?.dueAt).toBe('2027-03-01T09:00:00.000Z');
  });

  it('grows back the same after a rebuild', async () => {
    const all = () => one.get<KpiView>('kpi?by=person&period=year&from=2026-11');
    const before = await all();
    await one.quiet(await rebuildFigures(one.database));
    expect(await all()).toEqual(before);
  });
});
