import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shippedPackDocument } from '@redress/packs';
import type { CaseChanges, DutyChange, Instant } from '@redress/policy';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { CaseRepository } from '../register/case.repository.ts';
import type { ComplaintView } from '../register/complaint.view.ts';
import type { CommandRow } from '../commands/command.repository.ts';
import { DutyRepository } from './duty.repository.ts';
import { DueFirer } from './due.firer.ts';
import { RegisterChecks } from './register.checks.ts';
import { StepWriter } from './step.writer.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
const ANEW: DutyChange = { kind: 'every', does: 'recompute' };
const TOLD: DutyChange = { kind: 'statutory', does: 'met' };
/** An hour of a day in London, the close of business unless another is named. */
const london = (day: string, hour = '17:00'): Instant => new Date(`${day}T${hour}Z`).toISOString();

describe('duties of the law on the ledger, on real PostgreSQL (PRC-21)', () => {
  let intake: TestIntake;
  const of = <Part>(part: new (...args: never[]) => Part): Part => intake.app.get(part, { strict: false });

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    const document = shippedPackDocument('uk-financial-services');
    const stored = await intake.post<{ hash: string }>('/packs', { document }, ADMINISTRATOR);
    const { hash } = stored.body;
    expect((await intake.post(`/packs/${hash}/activations`, {}, ADMINISTRATOR)).status).toBe(201);
  }, 60_000);
  afterAll(() => intake?.close());

  const about = (category: string) =>
    intake.file({ matters: [{ category }], assessment: { urgency: 1, severity: 3, prevalence: 1 } });
  const clocksOf = async (id: string) =>
    (await of(DutyRepository).open(intake.database, id))
      .filter(({ kind }) => kind === 'statutory')
      .map(({ ref, dueAt }) => `${ref} by ${dueAt}`);
  async function step(id: string, at: Instant, changes: CaseChanges, duties: readonly DutyChange[]): Promise<void> {
    const decision = { changes, duties, entries: [], notices: [], messages: [], others: [] };
    const cause = { kind: 'command', id: randomUUID(), actorId: null, actorKind: 'person', textIds: [] } as const;
    await intake.database.tx(async (tx) => {
      const file = await of(CaseRepository).lock(tx, id);
      if (file === null) throw new Error('it was filed');
      await of(StepWriter).write(tx, file, cause, at, decision);
    });
  }
  const clockTo = (at: Instant) => intake.database.query(`UPDATE domain_clock.now SET at = $1 WHERE id = 1`, [at]);

  it('begin at the receipt, as far as they hold, and are shown with their source', async () => {
    const { id } = await about('lending');
    expect(await clocksOf(id)).toEqual([
      `summary-resolution by ${london('2026-11-26')}`,
      `final-response by ${london('2027-01-18', '01:00')}`,
    ]);
    const { clocks } = (await intake.get<ComplaintView>(`/complaints/${id}`)).body;
    expect(clocks.find(({ dutyId }) => dutyId === 'statutory-final-response')).toMatchObject({
      statutory: true,
      source: { en: 'FCA Handbook, DISP 1.6.2R' },
    });
    expect(clocks.find(({ kind }) => kind === 'solve')).toMatchObject({ statutory: false, title: null, source: null });
    const payment = await about('payment');
    expect(await clocksOf(payment.id)).toContain(`payment-response by ${london('2026-12-14')}`);
  });

  it('stand in the text of the receipt, each with its source', async () => {
    const { number, tracking } = await intake.file({ matters: [{ category: 'lending' }], language: 'en' });
    const headers = { 'x-tracking-secret': tracking.secret };
    const answer = await intake.app.inject({ method: 'GET', url: `/tracking/${number}`, headers });
    const [receipt] = answer.json<{ messages: { text: string }[] }>().messages;
    expect(receipt?.text).toContain('Summary resolution: by 2026-11-26 17:00 UTC (FCA Handbook, DISP 1.5)');
  });

  it('do not pause, are met by telling, and are not given again', async () => {
    const { id } = await about('lending');
    await step(id, london('2026-11-24'), {}, [{ kind: 'solve', does: 'pause', until: london('2026-11-28') }]);
    expect((await clocksOf(id))[0]).toBe(`summary-resolution by ${london('2026-11-26')}`);
    await step(id, london('2026-11-25'), {}, [TOLD, ANEW]);
    expect(await clocksOf(id)).toEqual([]);
    const verdicts = await intake.database.query(
      `SELECT DISTINCT verdict FROM intake.duties WHERE complaint_id = $1 AND kind = 'statutory'`,
      [id],
    );
    expect(verdicts).toEqual([{ verdict: 'in-time' }]);
  });

  it('take the time that was granted, and no longer answer a request that comes after they have run out', async () => {
    const { id } = await about('payment');
    const refusalAt = (acceptedAt: Instant) =>
      intake.database.tx(async (tx) => {
        const file = await of(CaseRepository).lock(tx, id);
        if (file === null) throw new Error('it was filed');
        const command = { name: 'askExtension', facts: {}, acceptedAt } as unknown as CommandRow;
        return of(RegisterChecks).refusalOf(tx, command, file);
      });
    expect(await refusalAt(london('2026-12-14'))).toBeNull();
    expect(await refusalAt(london('2026-12-14', '17:01'))).toMatchObject({ code: 'extension-too-late' });
    await step(id, london('2026-12-10'), { extensions: { asked: null, granted: ['exceptional'] } }, [ANEW]);
    expect(await clocksOf(id)).toContain(`payment-response by ${london('2027-01-14')}`);
    expect(await refusalAt(london('2026-12-11'))).toBeNull();
  });

  it('that have run out tell the customer, once; what may lapse is late for nobody', async () => {
    const { id } = await about('lending');
    await clockTo(london('2026-11-26'));
    await of(DueFirer).fire({ complaintId: id, applied: 1 });
    await of(DueFirer).fire({ complaintId: id, applied: 1 });
    const messages = await intake.database.query(
      `SELECT purpose FROM intake.messages WHERE complaint_id = $1 AND at = $2 AND purpose <> 'news'`,
      [id, london('2026-11-26')],
    );
    expect(messages).toEqual([{ purpose: 'timetable' }]);
    const lapsed = await intake.database.query(
      `SELECT verdict FROM intake.duties WHERE complaint_id = $1 AND duty_id = 'statutory-summary-resolution'`,
      [id],
    );
    expect(lapsed).toEqual([{ verdict: 'dropped' }]);
    expect(await clocksOf(id)).toEqual([`final-response by ${london('2027-01-18', '01:00')}`]);
  });

  it('begin from the receipt again when a complaint is parted from another one', async () => {
    const { id } = await about('lending');
    expect(STARTS_AT).toBe('2026-11-23T01:00:00.000Z');
    await step(id, london('2026-11-26'), {}, [{ kind: 'every', does: 'dropped' }]);
    await step(id, london('2026-11-26'), {}, [{ kind: 'every', does: 'open-statutory' }]);
    expect((await clocksOf(id)).map((one) => one.split(' ')[0])).toEqual(['summary-resolution', 'final-response']);
  });
});
