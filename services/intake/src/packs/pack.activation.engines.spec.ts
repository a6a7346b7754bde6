import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packActivated, type PackActivated } from '@redress/contracts';
import { shippedPackDocument } from '@redress/packs';
import { person, TestIntake } from '../intake.fixture.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
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
    expect((await intake.post(`/packs/${hash}/activations`, {}, ADMINISTRATOR)).status).toBe(201);
    const [row] = await intake.database.query<{ data: PackActivated }>(
      `SELECT body -> 'data' AS data FROM intake.outbox WHERE key = $1 ORDER BY id DESC LIMIT 1`,
      [hash],
    );
    return packActivated.data.parse(row?.data);
  };

  it('tells how it weighs the KPIs, where it does (IMP-2)', async () => {
    expect((await factOf(LEVELS)).kpi).toBeUndefined();
    const weighed = `${LEVELS}\nkpi: { timeliness: 50, satisfaction: 30, resolution: 20 }\n`;
    expect((await factOf(weighed)).kpi).toEqual(KPI);
  });
});
