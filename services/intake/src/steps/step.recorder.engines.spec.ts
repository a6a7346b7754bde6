import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, TestIntake } from '../intake.fixture.ts';
import { StepRecorder } from './step.recorder.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await TestIntake.open('api');
}, 60_000);
afterAll(() => intake?.close());

/** A command as only a fault could have put it into the register. */
async function planted(complaintId: string, name: string, facts: unknown): Promise<string> {
  const id = randomUUID();
  await intake.database.query(
    `INSERT INTO intake.commands (id, complaint_id, place, name, facts, body_hash, actor, accepted_at, deliver_after)
     VALUES ($1, $2, 1, $3, $4, '\\x00', $5, '2026-11-23T01:00:00Z', clock_timestamp())`,
    [id, complaintId, name, JSON.stringify(facts), JSON.stringify(person())],
  );
  return id;
}

describe('a command that meets a fault', () => {
  it.each([
    ['has no facts at all', 'logContact', null],
    ['names a complaint that no register could hold', 'merge', { into: 'nowhere' }],
  ])('gets its outcome though it %s, and waits for nobody', async (_, name, facts) => {
    const { id } = await intake.file();
    const commandId = await planted(id, name, facts);
    const cause = { kind: 'command', commandId } as const;
    const recorder = intake.app.get(StepRecorder, { strict: false });
    const reply = await recorder.record({ complaintId: id, applied: 1, cause, verdict: { fault: 'DECISION_FAILED' } });
    expect(reply.outcome).toEqual({ status: 'fault', code: 'DECISION_FAILED' });
    expect(await intake.count('intake.commands', `id = $1 AND stuck = 'DECISION_FAILED'`, [commandId])).toBe(1);
  });

  it('is locked with nobody, and is refused as any other, when its facts are no object', async () => {
    const { id } = await intake.file();
    const commandId = await planted(id, 'merge', null);
    const cause = { kind: 'command', commandId } as const;
    const verdict = { refusal: { code: 'out-of-order', facts: {} } } as const;
    const recorder = intake.app.get(StepRecorder, { strict: false });
    const { outcome } = await recorder.record({ complaintId: id, applied: 1, cause, verdict });
    expect(outcome).toEqual({ status: 'refused', refusal: verdict.refusal });
  });
});
