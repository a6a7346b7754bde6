import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerComplaint } from '@redress/contracts';
import { storyGround } from '@redress/testkit';
import fc from 'fast-check';
import { RECEIPT } from '../authorisation/own.case.ts';
import { HostileGround } from './hostile.ground.ts';
import { ODD_RECEIPTS } from './hostile.receipts.ts';
import { faultOf, type RawAnswer } from './raw.request.ts';

const ground = storyGround();
const { intake } = ground.urls;
const TRIES = 60;
const AT_ONCE = 6;
let own: HostileGround;

beforeAll(async () => void (own = await HostileGround.open(ground)));
afterAll(() => own.session.close());

function file(receipt: unknown, key: string = randomUUID()): Promise<RawAnswer> {
  return own.byOwner({
    method: 'POST',
    url: `${intake}/complaints`,
    body: JSON.stringify(receipt),
    headers: { 'idempotency-key': key },
  });
}

async function filed(): Promise<number> {
  const [row] = await own.session.database.query<{ n: number }>('SELECT count(*)::int AS n FROM intake.complaints');
  return row?.n ?? 0;
}

describe('a receipt sent twice under one key', () => {
  it('is one complaint, answered alike', async () => {
    const [key, before] = [randomUUID(), await filed()];
    const first = await file(RECEIPT, key);
    expect(first.status).toBe(202);
    expect(await file(RECEIPT, key)).toEqual(first);
    expect(await filed()).toBe(before + 1);
  });

  it('is one complaint when both arrive together', async () => {
    const [key, before] = [randomUUID(), await filed()];
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => file(RECEIPT, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect(await filed()).toBe(before + 1);
  });

  it('is refused when the second says something else', async () => {
    const key = randomUUID();
    await file(RECEIPT, key);
    const before = await filed();
    expect((await file({ ...RECEIPT, description: 'Something else.' }, key)).status).toBe(409);
    expect(await filed()).toBe(before);
  });
});

describe('a command sent twice under one key', () => {
  const contact = (note: string, key: string) =>
    own.byOwner({
      method: 'POST',
      url: `${intake}/complaints/${own.ownCase.id}/contacts`,
      body: JSON.stringify({ channel: 'phone', outcome: 'reached', note }),
      headers: { 'idempotency-key': key },
    });
  const message = (text: string, key: string) =>
    own.byCustomer({
      method: 'POST',
      url: `${intake}/tracking/${own.ownCase.number}/messages`,
      body: JSON.stringify({ text }),
      headers: { 'idempotency-key': key },
    });

  it.each([
    ['of staff', contact],
    ['of the customer', message],
  ])('%s is done once, answered alike, and refused with other words', async (_whose, send) => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send('Once.', key)));
    await own.session.time.quiet();
    const settled = await send('Once.', key);
    expect(settled.status).toBe(200);
    for (const answer of answers) expect(answer.status === 202 || answer.body === settled.body).toBe(true);
    expect((await send('Twice.', key)).status).toBe(409);
    const rows = await own.session.database.query<{ id: string }>('SELECT id FROM intake.commands WHERE id = $1', [
      (JSON.parse(settled.body) as { commandId: string }).commandId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('a receipt at the edge of what the schema allows', () => {
  it.each(Object.entries(ODD_RECEIPTS))('%s is taken whole or refused clearly', async (_name, receipt) => {
    const answer = await file(receipt);
    expect(answer.status === 202 ? null : faultOf(answer)).toBeNull();
  });

  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
    fc.date().map(String),
    fc.bigInt().map(Number),
  );
  const fields = Object.keys(registerComplaint.shape);
  const receipts = fc.oneof(
    fc.dictionary(fc.constantFrom(...fields), value),
    fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 2 }).map((some) => ({ ...RECEIPT, ...some })),
  );

  it('is never a fault, whatever stands in its fields, and is a complaint only when the schema takes it', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (receipt) => {
        const before = await filed();
        const answer = await file(receipt);
        expect(answer.status === 202 ? null : faultOf(answer)).toBeNull();
        expect(await filed()).toBe(before + (answer.status === 202 ? 1 : 0));
        if (answer.status === 202)
          expect(registerComplaint.safeParse(JSON.parse(JSON.stringify(receipt))).success).toBe(true);
      }),
      { numRuns: TRIES },
    );
  });
});
