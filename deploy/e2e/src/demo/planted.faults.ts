import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '@redress/contracts/workflow';
import { COMPLAINT_TOPIC } from '@redress/contracts';
import type { ComplaintLife } from './complaint.life.ts';
import type { DemoGround } from './demo.ground.ts';

/** Something that is not as it should be, put where one reader looks. */
export interface PlantedFault {
  readonly says: string;
  /** Plants it with this life; answers how it is taken out again. */
  readonly plant: (demo: DemoGround, life: ComplaintLife) => Promise<() => Promise<unknown>>;
  /** How the demo tells of it, after the complaint's id. */
  readonly seen: RegExp;
}

/** A change in the database, and the one that takes it back; both get the complaint's id. */
function inDatabase(there: string, back: string): PlantedFault['plant'] {
  return async ({ session: { database } }, { id }) => {
    await database.query(there, [id]);
    return () => database.query(back, [id]);
  };
}

/** A second letter of the same kind leaves. */
async function secondLetter({ spool }: DemoGround, { number }: ComplaintLife): Promise<() => Promise<void>> {
  for (const name of await readdir(spool)) {
    const file = join(spool, name);
    if (!(await readFile(file, 'utf8')).includes(number)) continue;
    const copy = join(spool, `${randomUUID()}.json`);
    await copyFile(file, copy);
    return () => rm(copy);
  }
  throw new Error(`no letter bears the number ${number}`);
}

/** A second process of the same complaint. */
async function secondProcess({ session }: DemoGround, { id }: ComplaintLife): Promise<() => Promise<unknown>> {
  const options = { taskQueue: 'nobody', workflowId: workflowIdOf(id) } as const;
  const second = await session.temporal.workflow.start('complaint', {
    ...options,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return () => second.terminate();
}

/** A fact about a complaint that nobody filed. The topic keeps it. */
async function strayFact({ session: { bus } }: DemoGround, { id }: ComplaintLife): Promise<() => Promise<void>> {
  const known = (await bus.readAll(COMPLAINT_TOPIC)).find(({ event }) => event?.subject === id)?.event;
  if (known === undefined || known === null) throw new Error(`the topic has no fact of ${id}`);
  const stray = randomUUID();
  await bus.publish([
    { topic: COMPLAINT_TOPIC, key: stray, event: { ...known, id: randomUUID(), subject: stray, sequence: 1 } },
  ]);
  return async () => {};
}

const MOVED = randomUUID();

/** Each must make the demo end with 1. What cannot be taken out again comes last. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    says: 'a missing one',
    plant: inDatabase(
      `UPDATE analytics.complaints SET id = '${MOVED}' WHERE id = $1`,
      `UPDATE analytics.complaints SET id = $1 WHERE id = '${MOVED}'`,
    ),
    seen: /is missing/,
  },
  {
    says: 'a gap',
    plant: inDatabase(
      `UPDATE intake.timeline SET sequence = -2 WHERE complaint_id = $1 AND sequence = 2`,
      `UPDATE intake.timeline SET sequence = 2 WHERE complaint_id = $1 AND sequence = -2`,
    ),
    seen: /faults in its sequence at .*2/,
  },
  {
    says: 'a wrong stage',
    plant: inDatabase(
      `UPDATE intake.complaints SET stage = 'closed' WHERE id = $1`,
      `UPDATE intake.complaints SET stage = 'ended' WHERE id = $1`,
    ),
    seen: /stage is closed in register, ended in/,
  },
  {
    says: 'a rung that never fired',
    plant: inDatabase(
      `INSERT INTO analytics.rungs VALUES ($1, 'respond-9', 'backup', false, now(), now())`,
      `DELETE FROM analytics.rungs WHERE complaint_id = $1 AND duty_id = 'respond-9'`,
    ),
    seen: /rungs is .* in analytics/,
  },
  {
    says: 'a second message in the register',
    plant: inDatabase(
      `INSERT INTO intake.messages (id, complaint_id, step, purpose, language, at, facts, state)
       SELECT gen_random_uuid(), complaint_id, 999, purpose, language, at, facts, 'sent' FROM intake.messages
       WHERE complaint_id = $1 LIMIT 1`,
      `DELETE FROM intake.messages WHERE complaint_id = $1 AND step = 999`,
    ),
    seen: /messages is \d+ in register/,
  },
  { says: 'a second letter', plant: secondLetter, seen: /messages is .* in channel/ },
  { says: 'a stray one', plant: strayFact, seen: /topic: .* was never filed/ },
  { says: 'a doubled one', plant: secondProcess, seen: /Temporal: .* is there twice/ },
];
