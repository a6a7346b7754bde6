import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packActivated, type PackActivated } from '@redress/contracts';
import { shippedPackDocument } from '@redress/packs';
import type { Actor } from '@redress/policy';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
const LEADER = person({ capabilities: ['lead'] });
const KPI = { timeliness: 50, satisfaction: 30, resolution: 20 };
const LEVELS = shippedPackDocument('levels') ?? '';

describe('a pack that is put in force, on real PostgreSQL', () => {
  let intake: TestIntake;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
  });
  afterAll(() => intake?.close());

  const factOf = async (document: string): Promise<PackActivated> => {
    const stored = await intake.post<{ hash: string }>('/packs', { document }, ADMINISTRATOR);
    const { hash } = stored.body;
    expect((await intake.post(`/packs/${hash}/approvals`, {}, LEADER)).status).toBe(201);
    expect((await intake.post(`/packs/${hash}/activations`, {}, ADMINISTRATOR)).status).toBe(201);
    const [row] = await intake.database.query<{ data: PackActivated }>(
      `SELECT body -> 'data' AS data FROM intake.outbox WHERE key = $1 ORDER BY id DESC LIMIT 1`,
      [hash],
    );
    return packActivated.data.parse(row?.data);
  };

  it('may extend any pack that is kept, however often that one extends another', async () => {
    const keep = async (pack: string, parent: string, says: string) =>
      intake.post<{ hash: string; errors: { path: string; line: number; message: string }[] }>(
        '/packs',
        { document: `pack: ${pack}\nversion: '1'\ntitle: { zh: 酒店, en: Hotel }\nextends: ${parent}\n${says}\n` },
        ADMINISTRATOR,
      );
    expect((await keep('hotel', 'levels', 'currency: EUR')).status).toBe(201);
    const { hash } = (await keep('inn', 'hotel@1', 'handOver: 1h')).body;
    const [row] = await intake.database.query<{ pack: { currency: string }; document: string }>(
      `SELECT pack, document FROM intake.packs WHERE hash = $1`,
      [hash],
    );
    expect([row?.pack.currency, row?.document]).toEqual(['EUR', expect.stringContaining('extends: hotel@1')]);
    const unknown = await keep('barn', 'hotell', '');
    expect([unknown.status, unknown.body.errors[0]?.message]).toEqual([422, expect.stringContaining('`hotel`')]);
    const [fault] = (await keep('shed', 'hotel', `levels: [{ code: '4', remove: true }]`)).body.errors;
    expect(fault).toMatchObject({ path: 'document of levels', message: expect.stringContaining('`4` is no level') });
  });

  it('is put in force when somebody else than its author has approved it, and both are shown', async () => {
    const document = LEVELS.replace('pack: levels', 'pack: approved');
    const { hash } = (await intake.post<{ hash: string }>('/packs', { document }, ADMINISTRATOR)).body;
    const activate = () =>
      intake.post<{ code: string; activatedBy: string }>(`/packs/${hash}/activations`, {}, ADMINISTRATOR);
    const approve = (by: Actor) => intake.post<{ code: string }>(`/packs/${hash}/approvals`, {}, by);
    const early = await activate();
    expect([early.status, early.body.code]).toEqual([409, 'pack-not-approved']);
    const own = await approve(ADMINISTRATOR);
    expect([own.status, own.body.code]).toEqual([403, 'own-pack']);
    expect((await approve(LEADER)).body).toMatchObject({ authorId: ADMINISTRATOR.id, approverId: LEADER.id });
    const again = await approve(person({ capabilities: ['administer'] }));
    expect(again.body).toMatchObject({ approverId: LEADER.id, approvedAt: STARTS_AT });
    expect((await activate()).body).toMatchObject({ activatedBy: ADMINISTRATOR.id });
  });

  it('shows its text and what it means as a whole', async () => {
    const document = `pack: motel\nversion: '1'\ntitle: { zh: 旅馆, en: Motel }\nextends: levels\nhandOver: 1h\n`;
    const { hash } = (await intake.post<{ hash: string }>('/packs', { document }, ADMINISTRATOR)).body;
    const shown = await intake.get<{ document: string; pack: { currency: string } }>(`/packs/${hash}`, ADMINISTRATOR);
    expect(shown.body).toMatchObject({ document, pack: { currency: 'CNY', handOver: { amount: 1 } } });
    expect((await intake.get(`/packs/${'f'.repeat(64)}`, ADMINISTRATOR)).status).toBe(404);
  });

  it('tells how it weighs the KPIs, where it does (IMP-2)', async () => {
    expect((await factOf(LEVELS)).kpi).toBeUndefined();
    const weighed = `${LEVELS}\nkpi: { timeliness: 50, satisfaction: 30, resolution: 20 }\n`;
    expect((await factOf(weighed)).kpi).toEqual(KPI);
  });
});
