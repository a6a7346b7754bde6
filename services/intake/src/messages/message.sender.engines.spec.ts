import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestIntake } from '../intake.fixture.ts';
import { CaseRepository } from '../register/case.repository.ts';
import type { MessageChannel, OutgoingMessage } from './channel.port.ts';
import { MessageReader } from './message.reader.ts';
import { MessageRepository } from './message.repository.ts';
import { MessageSender } from './message.sender.ts';
import { SpoolChannel } from './spool.channel.ts';

describe('messages on their way to the customer', () => {
  let intake: TestIntake;
  const folder = mkdtempSync(join(tmpdir(), 'spool-'));

  beforeAll(async () => {
    // The sender is driven by hand here: the role `relay` is not started.
    intake = await TestIntake.open('api', { REDRESS_SPOOL_FOLDER: folder });
  });
  afterAll(() => intake?.close());

  function senderTo(channel: MessageChannel): MessageSender {
    const get = <Thing>(thing: abstract new (...args: never[]) => Thing) => intake.app.get(thing, { strict: false });
    const [messages, cases, reader] = [get(MessageRepository), get(CaseRepository), get(MessageReader)];
    return new MessageSender(intake.database, messages, cases, reader, channel, () => {});
  }
  const statesOf = async (id: string) => {
    const rows = await intake.database.query<{ state: string }>(
      `SELECT state FROM intake.messages WHERE complaint_id = $1 ORDER BY step, purpose`,
      [id],
    );
    return rows.map(({ state }) => state);
  };
  const lose = (id: string) =>
    intake.database.query(
      `UPDATE intake.messages SET state = 'sending', taken_at = clock_timestamp() - interval '1 hour'
       WHERE complaint_id = $1`,
      [id],
    );

  it('leave once, with the text that the tracking page shows', async () => {
    const { id, number } = await intake.file();
    const sender = senderTo(new SpoolChannel(folder));
    expect(await sender.sendWaiting()).toBe(1);
    expect(await sender.sendWaiting()).toBe(0);
    expect(await statesOf(id)).toEqual(['sent']);
    const [file] = readdirSync(folder);
    const message = JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8')) as OutgoingMessage;
    expect(message).toMatchObject({ number, purpose: 'acknowledgement' });
    expect(message.text).toContain(number);
  });

  it('are sent again after a crash where the channel can tell two tries apart, and wait for a person where it cannot', async () => {
    const { id } = await intake.file();
    await lose(id);
    const sent: string[] = [];
    const mail = {
      name: 'mail',
      takesIdempotencyKey: false,
      send: async ({ id: key }: OutgoingMessage) => void sent.push(key),
    };
    await senderTo(mail).sendWaiting();
    expect([await statesOf(id), sent]).toEqual([['stuck'], []]);
    await lose(id);
    await senderTo({ ...mail, takesIdempotencyKey: true }).sendWaiting();
    expect([await statesOf(id), sent.length]).toEqual([['sent'], 1]);
  });

  it('wait for another try when the provider does not take them', async () => {
    const { id } = await intake.file();
    const away = { name: 'away', takesIdempotencyKey: false, send: () => Promise.reject(new Error('away')) };
    await senderTo(away).sendWaiting();
    expect(await statesOf(id)).toEqual(['waiting']);
  });
});
