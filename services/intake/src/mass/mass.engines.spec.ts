import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { MassCandidates } from './mass.views.ts';

const MANAGER = person({ capabilities: ['read-all', 'coordinate'], roles: ['complaint-manager'] });
const CHARGER = 'The new charger of the blue series gets so hot after an hour that its case has melted on my desk.';
const CHARGER_TOO = 'My charger of the blue series gets very hot: after an hour the case has melted.';
const PARCEL = 'The parcel with the two lamps that I ordered in October never came, and nobody answers the phone.';

describe('what looks like a mass complaint, on real PostgreSQL (INT-4)', () => {
  let intake: TestIntake;

  beforeAll(async () => {
    intake = await TestIntake.open('api,consumers');
  });
  afterAll(() => intake?.close());

  const file = async (description: string): Promise<string> => {
    const { id } = await intake.file({ description });
    await intake.indexed();
    return id;
  };
  /** Somebody has it; it is looked at again when it is indexed. */
  const assigned = async (id: string): Promise<void> => {
    await intake.database.query(
      `UPDATE intake.complaints SET state = state || '{"assignmentDuty": null}' WHERE id = $1`,
      [id],
    );
    await intake.database.query(`INSERT INTO intake.search_queue (complaint_id) VALUES ($1)`, [id]);
    await intake.indexed();
  };
  /** Something more is said in it, and indexed. */
  const said = async (complaintId: string, words: string): Promise<void> => {
    const [row] = await intake.database.query<{ person_id: string }>(
      `SELECT person_id FROM intake.complaints WHERE id = $1`,
      [complaintId],
    );
    const text = { complaintId, personId: row?.person_id ?? '', field: 'note', authorId: null, at: STARTS_AT, words };
    await intake.database.tx((tx) => intake.app.get(TextVault, { strict: false }).put(tx, text));
    await intake.indexed();
  };
  const candidates = async () => (await intake.get<MassCandidates>('/mass-candidates', MANAGER)).body.items;
  const commandsOf = (complaintId: string) =>
    intake.database.query<{ name: string; facts: object }>(
      `SELECT name, facts FROM intake.commands WHERE complaint_id = $1 ORDER BY place`,
      [complaintId],
    );

  it('is proposed once, from the number of the policy on, with those that are alike and no other', async () => {
    const alike = [];
    for (const words of [CHARGER, CHARGER_TOO, CHARGER, CHARGER_TOO]) alike.push(await file(words));
    const other = await file(PARCEL);
    expect(await candidates()).toEqual([]);
    alike.push(await file(CHARGER));
    const [candidate, ...more] = await candidates();
    expect(more).toEqual([]);
    expect(candidate?.complaints.map(({ id }) => id).sort()).toEqual([...alike].sort());
    expect(candidate?.complaints.map(({ id }) => id)).not.toContain(other);
    const sixth = await file(CHARGER_TOO);
    const [grown] = await candidates();
    expect(grown?.id).toBe(candidate?.id);
    expect(grown?.complaints.map(({ id }) => id)).toContain(sixth);
  });

  it('is joined by itself by who comes later, once the mass complaint has a lead', async () => {
    const [candidate] = await candidates();
    const lead = candidate?.complaints[0]?.id ?? '';
    await intake.database.query(
      `UPDATE intake.complaints SET state = state || '{"mass": "lead", "accepted": false}' WHERE id = $1`,
      [lead],
    );
    const later = await file(CHARGER);
    expect(await commandsOf(later)).toEqual([]);
    await assigned(later);
    expect(await commandsOf(later)).toEqual([
      { name: 'joinMass', facts: { from: lead, owner: null, backup: null, head: null } },
    ]);
    const other = await file(PARCEL);
    await assigned(other);
    expect(await commandsOf(other)).toEqual([]);
  });

  it('is dismissed by a person, once', async () => {
    const [candidate] = await candidates();
    const dismissed = `/mass-candidates/${candidate?.id}/dismissals`;
    expect((await intake.post(dismissed, {}, MANAGER)).status).toBe(204);
    expect((await candidates())[0]?.decidedAt).not.toBeNull();
    expect((await intake.post(dismissed, {}, MANAGER)).status).toBe(404);
  });

  it('is not asked again of the same complaints, and they are still found', async () => {
    const words = 'Der neue Wasserkocher verliert seit gestern Wasser am Boden, sobald er heiß geworden ist.';
    const alike: string[] = [];
    for (let filed = 0; filed < 5; filed++) alike.push(await file(words));
    const candidate = (await candidates()).find(({ complaints }) => complaints.some(({ id }) => id === alike[0]));
    expect(candidate?.complaints.map(({ id }) => id).sort()).toEqual([...alike].sort());
    await intake.post(`/mass-candidates/${candidate?.id}/dismissals`, {}, MANAGER);
    const before = await candidates();
    const first = alike[0] as string;
    await said(first, 'Auch die Dichtung ist porös.');
    expect(await candidates()).toEqual(before);
    const found = await intake.get<{ items: { id: string }[] }>('/complaints?q=Dichtung', MANAGER);
    expect(found.body.items.map(({ id }) => id)).toEqual([first]);
  });
});
