import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, TestIntake } from '../intake.fixture.ts';
import { TextVault } from '../persons/text.vault.ts';
import { CaseRepository } from '../register/case.repository.ts';
import type { ComplaintPage } from '../register/complaint.page.ts';
import type { CorrectionList } from './correction.view.ts';
import { FieldCorrector } from './field.corrector.ts';

const CLERK = person();
const MANAGER = person();
const AT = '2026-11-23T02:00:00.000Z';

let intake: TestIntake;
let complaintId: string;
let matters: string[];

beforeAll(async () => {
  intake = await TestIntake.open('api,consumers');
  const receipt = await intake.file({
    ...{ description: 'The kettel leaks.', complainant: { name: 'Grace Okafr', mobile: '+44 7700 900123' } },
    matters: [{ category: 'delivery', reference: 'ORD-1', amountInDispute: 12.5 }, { category: 'price' }],
  });
  complaintId = receipt.id;
  const { body } = await intake.get<{ matters: { id: string }[] }>(`/complaints/${complaintId}`, MANAGER);
  matters = body.matters.map(({ id }) => id);
});
afterAll(() => intake?.close());

/** Corrects as the step would: refused with a code, or done. */
async function correct(field: string, value: string, matterId?: string): Promise<string> {
  const corrector = intake.app.get(FieldCorrector, { strict: false });
  const vault = intake.app.get(TextVault, { strict: false });
  return intake.database.tx(async (tx) => {
    const file = await intake.app.get(CaseRepository, { strict: false }).lock(tx, complaintId);
    if (file === null) throw new Error('it was filed');
    const about = { complaintId, personId: file.personId, authorId: CLERK.id, at: AT };
    const asked = {
      ...{ field, matterId, value: await vault.put(tx, { ...about, field: 'correctField.value', words: value }) },
      reason: await vault.put(tx, { ...about, field: 'correctField.reason', words: `Misheard: ${field}.` }),
    };
    const refusal = await corrector.refusalOf(tx, file, asked);
    if (refusal !== null) return refusal.code;
    await corrector.correct(tx, file, asked, CLERK.id, AT);
    return 'done';
  });
}

const history = async (actor = MANAGER) =>
  (await intake.get<CorrectionList>(`/complaints/${complaintId}/corrections`, actor)).body.items;
const found = async (query: string) =>
  (await intake.get<ComplaintPage>(`/complaints?${query}`, MANAGER)).body.items.length;

describe('a correction', () => {
  it('stands in the record, and what stood there is kept with who, when and why', async () => {
    expect(await correct('description', 'The kettle leaks.')).toBe('done');
    expect(await correct('name', 'Grace Okafor')).toBe('done');
    expect(await correct('mobile', '+44 7700 900999')).toBe('done');
    expect(await correct('wish', 'A new one.')).toBe('done');
    expect(await correct('reference', 'ORD-2', matters[0])).toBe('done');
    expect(await correct('amountInDispute', '125', matters[0])).toBe('done');
    expect(await correct('category', 'product-quality', matters[1])).toBe('done');
    expect(await correct('happenedAt', '2026-11-01T10:00:00+08:00', matters[0])).toBe('done');
    const { body } = await intake.get(`/complaints/${complaintId}`, MANAGER);
    expect(body).toMatchObject({
      ...{ description: 'The kettle leaks.', wish: 'A new one.' },
      complainant: { name: 'Grace Okafor', mobile: '+44 7700 900999' },
      matters: [
        { words: { reference: 'ORD-2' }, amountInDispute: 125, happenedAt: '2026-11-01T02:00:00.000Z' },
        { category: 'product-quality' },
      ],
    });
    expect((await history()).map(({ field, from, to }) => [field, from, to])).toEqual([
      ['description', 'The kettel leaks.', 'The kettle leaks.'],
      ['name', 'Grace Okafr', 'Grace Okafor'],
      ['mobile', '+44 7700 900123', '+44 7700 900999'],
      ['wish', 'Send a new one or give me my money back.', 'A new one.'],
      ['reference', 'ORD-1', 'ORD-2'],
      ['amountInDispute', '12.50', '125'],
      ['category', 'price', 'product-quality'],
      ['happenedAt', null, '2026-11-01T10:00:00+08:00'],
    ]);
    expect((await history())[0]).toMatchObject({ at: AT, actor: { id: CLERK.id }, reason: expect.any(String) });
  });

  it('changes what the complaint is found by', async () => {
    await intake.indexed();
    expect([await found('phone=07700900999'), await found('phone=07700900123')]).toEqual([1, 0]);
    expect([await found('reference=ord2'), await found('reference=ord1')]).toEqual([1, 0]);
    expect([await found('q=kettle'), await found('q=kettel')]).toEqual([1, 1]);
    expect([await found('category=product-quality'), await found('category=price')]).toEqual([1, 0]);
  });

  it('may be corrected again, and both are kept', async () => {
    expect(await correct('description', 'The kettles leak.')).toBe('done');
    const of = (await history()).filter(({ field }) => field === 'description');
    expect(of.map(({ from, to }) => [from, to])).toEqual([
      ['The kettel leaks.', 'The kettle leaks.'],
      ['The kettle leaks.', 'The kettles leak.'],
    ]);
  });

  it.each([
    ['level', '1', undefined, 'no-such-field'],
    ['constructor', 'x', undefined, 'no-such-field'],
    ['reference', 'ORD-3', undefined, 'no-such-matter'],
    ['reference', 'ORD-3', randomUUID(), 'no-such-matter'],
    ['channel', 'pigeon', undefined, 'no-such-field'],
    ['email', 'at home', undefined, 'no-such-field'],
    ['name', 'a'.repeat(501), undefined, 'no-such-field'],
  ])('of %s to %s is refused', async (field, value, matterId, code) => {
    const before = (await history()).length;
    expect(await correct(field, value.slice(0, 600), matterId)).toBe(code);
    expect(await history()).toHaveLength(before);
  });

  it('is read by who may read the complaint, and of a restricted matter only with a grant', async () => {
    const stranger = person({ capabilities: ['read-department'], departmentId: 'elsewhere' });
    expect((await intake.get(`/complaints/${complaintId}/corrections`, stranger)).status).toBe(404);
    await intake.database.query(`UPDATE intake.matters SET access = 'restricted' WHERE id = $1`, [matters[1]]);
    const granted = person({ capabilities: ['read-all', 'read-restricted'] });
    expect((await history()).some(({ field }) => field === 'category')).toBe(false);
    expect((await history(granted)).some(({ field }) => field === 'category')).toBe(true);
  });
});
