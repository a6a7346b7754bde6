import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shippedPackDocument, type TrialReport } from '@redress/packs';
import { loadFile } from '../imports/import.fixture.ts';
import { person, TestIntake } from '../intake.fixture.ts';

const ADMINISTRATOR = person({ capabilities: ['administer'] });
const COMPLAINTS = 500;
const SINCE = '2026-10-01T00:00:00Z';
const HEADER = 'channel,category,departmentId,description,receivedAt,closing,closedAt,urgency,severity,prevalence';

/** A complaint of before: it came in the hour of its number, and ended between 1 and 100 hours later. */
function row(index: number): string {
  const receivedAt = Date.UTC(2026, 9, 2) + index * 3_600_000;
  const closedAt = receivedAt + ((index % 100) + 1) * 3_600_000;
  const [from, to] = [receivedAt, closedAt].map((ms) => new Date(ms).toISOString());
  return `hotline,delivery,sales,The parcel ${index} is late.,${from},solved,${to},1,3,1`;
}

const stricter = (says: string) =>
  `pack: stricter\nversion: '1'\ntitle: { zh: 更严, en: Stricter }\nextends: levels\n${says}\n`;

describe('a pack that is tried on five hundred complaints, on real PostgreSQL', () => {
  let intake: TestIntake;

  beforeAll(async () => {
    intake = await TestIntake.open('api,consumers');
    const csv = [HEADER, ...Array.from({ length: COMPLAINTS }, (_, index) => row(index))].join('\r\n');
    const { loaded } = await loadFile(intake, person(), csv, { query: '?history=true' });
    expect(loaded).toBe(COMPLAINTS);
  });
  afterAll(() => intake?.close());

  const tried = async (document: string, since = SINCE) =>
    intake.post<TrialReport>('/packs/trials', { document, since }, ADMINISTRATOR);

  it('prints what a stricter level 3 would have cost', async () => {
    const { status, body } = await tried(stricter(`levels: [{ code: '3', solve: 48h }]`));
    expect([status, body.complaints]).toEqual([201, COMPLAINTS]);
    expect(body.levels).toEqual([{ level: '3', complaints: { before: COMPLAINTS, after: COMPLAINTS } }]);
    // Of a hundred, 28 took longer than 72 hours and 52 longer than 48.
    expect(body.clocks.find(({ kind }) => kind === 'solve')).toMatchObject({
      late: { before: 140, after: 260 },
      inTime: { before: 360, after: 240 },
    });
    expect(body.changed.filter(({ late }) => late.before.length < late.after.length)).toHaveLength(120);
  });

  it('changes nothing under the pack that they are under, and looks no further back than it is told', async () => {
    const { body } = await tried(shippedPackDocument('levels') ?? '', '2026-10-12T00:00:00Z');
    expect([body.complaints, body.changed]).toEqual([COMPLAINTS - 240, []]);
  });

  it('reckons what the law would have given, which their pack does not know', async () => {
    const { body } = await tried(shippedPackDocument('cn-banks-insurers') ?? '');
    const law = body.clocks.find(({ kind }) => kind === 'statutory');
    expect([law?.inTime.before, (law?.inTime.after ?? 0) + (law?.late.after ?? 0)]).toEqual([0, COMPLAINTS]);
  });

  it('takes what runs from the ledger', async () => {
    await intake.file({
      receivedAt: '2026-11-23T00:00:00.000Z',
      assessment: { urgency: 1, severity: 3, prevalence: 1 },
    });
    const { body } = await tried(stricter(`levels: [{ code: '3', solve: 48h }]`), '2026-11-22T00:00:00Z');
    expect(body.complaints).toBe(1);
    const runs = { running: { before: 1, after: 1 } };
    expect(body.clocks).toMatchObject([
      { kind: 'respond', ...runs },
      { kind: 'solve', ...runs },
    ]);
  });

  it('keeps nothing, and says what is wrong with a document', async () => {
    const { packs } = (await intake.get<{ packs: { code: string }[] }>('/packs', ADMINISTRATOR)).body;
    expect(packs.map(({ code }) => code)).not.toContain('stricter');
    expect((await tried(stricter('handOver: soon'))).status).toBe(422);
  });
});
