import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentAsks } from '@redress/policy';
import { TestIntake } from '../intake.fixture.ts';

describe('what a complaint asks of its people, on real PostgreSQL (WRK-2)', () => {
  let intake: TestIntake;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
  });
  afterAll(() => intake?.close());

  const asksOf = async (id: string): Promise<AssignmentAsks> => {
    const [row] = await intake.database.query<{ asks: AssignmentAsks }>(
      `SELECT state -> 'asks' AS asks FROM intake.complaints WHERE id = $1`,
      [id],
    );
    return row?.asks as AssignmentAsks;
  };
  const give = (id: string, owner: string) =>
    intake.database.query('UPDATE intake.complaints SET owner_id = $2 WHERE id = $1', [id, owner]);
  const filed = async (complainant: object, more: object = {}): Promise<string> =>
    (await intake.file({ complainant, ...more })).id;

  it('are skills of its matters, its language and its channel', async () => {
    const matters = ['delivery', 'price', 'delivery'].map((category) => ({ category }));
    const id = await filed({ name: 'A', mobile: '13900000001' }, { matters, language: 'zh', channel: 'hotline' });
    expect((await asksOf(id)).skills).toEqual([
      'category:delivery',
      'category:price',
      'language:zh',
      'channel:hotline',
    ]);
  });

  it("is who owned the customer's last complaint, however the number is written", async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await give(await filed({ name: 'B', mobile: '+86 139 0000 0002' }), first);
    await intake.database.query(
      `UPDATE intake.complaints SET received_at = received_at - interval '1 day' WHERE owner_id = $1`,
      [first],
    );
    await give(await filed({ name: 'B', mobile: '139-0000-0002', email: 'b@example.org' }), second);
    expect((await asksOf(await filed({ name: 'B', email: 'B@Example.org' }))).formerOwner).toBe(second);
    expect((await asksOf(await filed({ name: 'B', mobile: '13900000002' }))).formerOwner).toBe(second);
  });

  it('is never who owned a drill', async () => {
    await give(await filed({ name: 'D', mobile: '13900000004' }, { drill: true }), randomUUID());
    expect((await asksOf(await filed({ name: 'D', mobile: '13900000004' }))).formerOwner).toBeNull();
  });

  it('is nobody for who was not here before, or cannot be known again', async () => {
    expect((await asksOf(await filed({ name: 'C', mobile: '13900000003' }))).formerOwner).toBeNull();
    expect((await asksOf(await filed({ name: 'B', address: 'Same street' }))).formerOwner).toBeNull();
  });
});
