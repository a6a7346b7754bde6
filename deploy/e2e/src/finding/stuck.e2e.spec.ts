import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { z } from 'zod';
import { CONTACT, OwnCase } from '../authorisation/own.case.ts';
import { OwnCompany } from '../authorisation/own.company.ts';
import { fateOf, plant } from '../poison/poison.row.ts';

const ground = storyGround();
const { intake } = ground.urls;
const list = z.object({
  commands: z.array(z.object({ commandId: z.uuid(), reason: z.string(), attempt: z.number() })),
});

let session: StorySession;
let company: OwnCompany;
let one: OwnCase;

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
  const [filed] = await OwnCase.file(intake, company, 1, () => session.time.quiet());
  one = await (filed as OwnCase).bring('investigating');
});
afterAll(() => session.close());

async function onList(commandId: string) {
  const { body } = await company.called('admin').get(`${intake}/stuck`);
  return list.parse(body).commands.find((command) => command.commandId === commandId);
}

const contacts = async () =>
  (await session.database.query(`SELECT FROM intake.timeline WHERE complaint_id = $1 AND code = 'contacted'`, [one.id]))
    .length;

describe('a command on the stuck list', () => {
  it.each([
    ['the way there', { name: 'neverHeardOf', facts: {} }, 'NOT_TAKEN'],
    ['its process, in the same run', { name: 'logContact', facts: null }, 'DECISION_FAILED'],
  ])('is done once when what was wrong with %s has been put right and it is sent again', async (_, row, reason) => {
    const before = await contacts();
    const poison = await plant(session.database, one.id, row);
    await session.time.quiet();
    expect(await onList(poison)).toMatchObject({ reason, attempt: 0 });
    const { note: _words, ...facts } = CONTACT;
    await session.database.query('UPDATE intake.commands SET name = $3, facts = $2 WHERE id = $1', [
      poison,
      JSON.stringify(facts),
      'logContact',
    ]);
    const answer = await company.called('admin').post(`${intake}/stuck/commands/${poison}/retry`, {});
    expect(answer).toMatchObject({ status: 202, body: { attempt: 1 } });
    await session.time.quiet();
    expect(await fateOf(session.database, poison)).toMatchObject({ outcome: { status: 'done' }, stuck: null });
    expect(await onList(poison)).toBeUndefined();
    expect(await contacts()).toBe(before + 1);
    expect((await company.called('admin').post(`${intake}/stuck/commands/${poison}/retry`, {})).status).toBe(409);
  });

  it('comes back when nothing was put right, and goes when somebody says why', async () => {
    const poison = await plant(session.database, one.id, { name: 'neverHeardOf', facts: {} });
    await session.time.quiet();
    await company.called('manager').post(`${intake}/stuck/commands/${poison}/retry`, {});
    await session.time.quiet();
    expect(await onList(poison)).toMatchObject({ attempt: 1 });
    const reason = `Nobody knows what it was (${randomUUID()}).`;
    await company.called('manager').post(`${intake}/stuck/commands/${poison}/dismiss`, { reason });
    expect(await onList(poison)).toBeUndefined();
  });
});
