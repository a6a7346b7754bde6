import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plusMs, type CaseChanges, type Decision, type DutyChange, type Instant } from '@redress/policy';
import { STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from './duty.repository.ts';
import { StepWriter } from './step.writer.ts';

const HOUR_MS = 3_600_000;
const LEVEL_2 = { assessment: { urgency: 3, severity: 2, prevalence: 1 } };
const ANEW: DutyChange = { kind: 'every', does: 'recompute' };
const after = (hours: number): Instant => plusMs(STARTS_AT, hours * HOUR_MS);

let intake: TestIntake;
beforeAll(async () => {
  intake = await TestIntake.open('api');
}, 60_000);
afterAll(() => intake?.close());

/** One step of the process, as it was decided. */
async function step(id: string, at: Instant, changes: CaseChanges, duties: readonly DutyChange[]): Promise<void> {
  const decision: Decision = { changes, duties, entries: [], notices: [], messages: [], others: [] };
  const cause = { kind: 'command', id: randomUUID(), actorId: null, actorKind: 'person', textIds: [] } as const;
  await intake.database.tx(async (tx) => {
    const file = await intake.app.get(CaseRepository, { strict: false }).lock(tx, id);
    if (file === null) throw new Error('it was filed');
    await intake.app.get(StepWriter, { strict: false }).write(tx, file, cause, at, decision);
  });
}

/** The dates that are owed: which, and by when. */
async function datesOwed(id: string): Promise<string[]> {
  const open = await intake.app.get(DutyRepository, { strict: false }).open(intake.database, id);
  return open.filter(({ kind }) => kind === 'date').map(({ dutyId, dueAt }) => `${dutyId} by ${dueAt}`);
}

const firstRung = async (id: string) =>
  intake.database.query(`SELECT min(fires_at) AS at FROM intake.rungs WHERE complaint_id = $1 AND duty_id = 'date-1'`, [
    id,
  ]);

describe('a level whose handler gives the date (PRC-20)', () => {
  it('brings that duty with it, counted from the receipt', async () => {
    const { id } = await intake.file(LEVEL_2);
    expect(await datesOwed(id)).toEqual([]);
    await step(id, after(1), { level: '4' }, [ANEW]);
    expect(await datesOwed(id)).toEqual([`date-1 by ${after(24)}`]);
  });

  it('takes it along, and brings it anew', async () => {
    const { id } = await intake.file(LEVEL_2);
    await step(id, after(1), { level: '4' }, [ANEW]);
    await step(id, after(2), { level: '3' }, [ANEW]);
    expect(await datesOwed(id)).toEqual([]);
    await step(id, after(3), { level: '4' }, [ANEW]);
    await step(id, after(4), { grade: 1 }, [ANEW]);
    expect(await datesOwed(id)).toEqual([`date-2 by ${after(24)}`]);
  });

  it('asks for none that has been given', async () => {
    const { id } = await intake.file(LEVEL_2);
    await step(id, after(1), { level: '4' }, [ANEW]);
    const given: DutyChange = { kind: 'solve', does: 'give-date', date: after(60) };
    await step(id, after(2), { solveDate: after(60) }, [{ kind: 'date', does: 'met' }, given]);
    await step(id, after(3), {}, [ANEW]);
    expect(await datesOwed(id)).toEqual([]);
  });

  it('asks for none where it could no longer be given', async () => {
    const { id } = await intake.file(LEVEL_2);
    await step(id, after(1), { level: '4', stage: 'offering' }, [ANEW]);
    expect(await datesOwed(id)).toEqual([]);
  });

  it('fires what lies in the past by now at once, and not before (PRC-22)', async () => {
    const { id } = await intake.file(LEVEL_2);
    await step(id, after(30), { level: '4' }, [ANEW]);
    expect(await datesOwed(id)).toEqual([`date-1 by ${after(24)}`]);
    expect(await firstRung(id)).toEqual([{ at: new Date(after(30)) }]);
  });
});
