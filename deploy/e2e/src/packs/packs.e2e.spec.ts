import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compilePack, shippedPackDocument } from '@redress/packs';
import { openStorySession, type Answer, type StorySession } from '@redress/scenario';
import { tryCommand } from '@redress/launch';
import { plusMs } from '@redress/policy';
import { storyGround } from '@redress/testkit';
import { OwnCompany } from '../authorisation/own.company.ts';
import { RECEIPT } from '../authorisation/own.case.ts';

const ground = storyGround();
const LEVELS = shippedPackDocument('levels') ?? '';
const HOUR_MS = 3_600_000;
/** Another rulebook: faster at level 4, and its handlers decide more. */
const QUICK = LEVELS.replace('pack: levels', 'pack: quick').replace('respond: 24h', 'respond: 6h');
const SLOW = QUICK.replace('respond: 6h', 'respond: 12h');

describe('packs by department', () => {
  let session: StorySession;
  let company: OwnCompany;
  let hash: string;

  beforeAll(async () => {
    session = await openStorySession(ground);
    company = await OwnCompany.found(ground, session);
    hash = await kept(QUICK);
  });
  afterAll(() => session.close());

  type Body = { hash: string; errors: { line: number; column: number; message: string }[]; code: string };
  /** Kept by the administrator, approved by the general manager. */
  async function kept(document: string): Promise<string> {
    const { hash: its } = (await administer('packs', { document })).body;
    const approved = await company.called('gm').post(`${ground.urls.intake}/packs/${its}/approvals`, {});
    expect(approved.status).toBe(201);
    return its;
  }
  const administer = async (path: string, body: unknown) => {
    const answer = await company.called('admin').post(`${ground.urls.intake}/${path}`, body);
    return { status: answer.status, body: answer.body as Body };
  };
  const activate = (body: object, of = hash) => administer(`packs/${of}/activations`, body);
  const file = (departmentId: string): Promise<Answer> =>
    company.called('clerk').post(`${ground.urls.intake}/complaints`, { ...RECEIPT, departmentId });
  /** How long the receipt of a complaint filed now leaves for the first contact. */
  async function hoursToRespond(departmentId: string): Promise<number> {
    const body = (await file(departmentId)).body as { receivedAt: string; timetable: { respondBy: string } };
    return (Date.parse(body.timetable.respondBy) - Date.parse(body.receivedAt)) / HOUR_MS;
  }

  it('keeps a pack under its hash, however often it is sent', async () => {
    const again = await administer('packs', { document: `# sent again\n${QUICK}` });
    expect([again.status, again.body.hash]).toEqual([201, compilePack(QUICK).hash]);
  });

  it('answers a document that has mistakes with each of them, by line and column, and keeps nothing', async () => {
    const wrong = QUICK.replace('respond: 2h', 'respond: soon').replace('rank: 2', 'rank: none');
    const { status, body } = await administer('packs', { document: wrong });
    expect([status, body.code]).toEqual([422, 'pack-has-mistakes']);
    const lines = wrong.split('\n');
    expect(body.errors.map(({ line, column }) => lines[line - 1]?.slice(column - 1))).toEqual(['soon', 'none']);
    expect(body.errors[0]?.message).toContain('`soon` is no length of time');
  });

  it('puts it in force for one department, and for no other', async () => {
    expect((await activate({ departmentId: company.department })).status).toBe(201);
    expect(await hoursToRespond(company.department)).toBe(6);
    expect(await hoursToRespond('logistics')).toBe(24);
  });

  it('waits until the instant that it is to come into force', async () => {
    const slow = await kept(SLOW);
    const activeFrom = plusMs(await session.time.now(), HOUR_MS);
    expect((await activate({ departmentId: company.department, activeFrom }, slow)).status).toBe(201);
    expect(await hoursToRespond(company.department)).toBe(6);
    await session.time.moveTo(activeFrom);
    expect(await hoursToRespond(company.department)).toBe(12);
  });

  it('is never put in force in the past, nor for a department or under a hash that nobody knows', async () => {
    const past = plusMs(await session.time.now(), -1_000);
    expect((await activate({ departmentId: company.department, activeFrom: past })).status).toBe(400);
    expect((await activate({ departmentId: 'no-such-department' })).status).toBe(400);
    expect((await activate({ departmentId: company.department }, 'f'.repeat(64))).status).toBe(404);
  });

  it('takes named complaints to another pack, each by itself, and back again; who and when are kept (PRC-32)', async () => {
    const receipt = (await file(company.department)).body as { id: string; number: string };
    await session.time.quiet();
    const manager = company.called('manager');
    const look = async () => {
      const { body } = await manager.get(`${ground.urls.intake}/complaints/${receipt.id}`);
      return (body as { clocks: { kind: string; dueAt: string }[] }).clocks.find(({ kind }) => kind === 'respond')
        ?.dueAt;
    };
    type Move = { id: string; complaints: object[]; reverses: string | null };
    const act = async (path: string, body: object) => {
      const answer = await manager.post(`${ground.urls.intake}/pack-moves${path}`, body);
      expect(answer.status).toBe(201);
      return answer.body as Move;
    };
    const before = await look();
    const to = await kept(QUICK.replace('respond: 6h', 'respond: 9h'));
    const moved = await act('', { hash: to, numbers: [receipt.number, 'R-0'], reason: 'The regulator asks for it.' });
    expect(moved.complaints).toEqual([
      expect.objectContaining({ number: receipt.number, to, outcome: 'moved' }),
      expect.objectContaining({ number: 'R-0', outcome: 'refused', refusal: 'no-such-complaint' }),
    ]);
    expect(await look()).not.toBe(before);
    const back = await act(`/${moved.id}/reversals`, { reason: 'It was the wrong list.' });
    expect(back).toMatchObject({ reverses: moved.id, complaints: [{ number: receipt.number, outcome: 'moved' }] });
    expect(await look()).toBe(before);
    const again = await manager.post(`${ground.urls.intake}/pack-moves/${moved.id}/reversals`, { reason: 'Again.' });
    expect(again.status).toBe(409);
    const { moves } = (await manager.get(`${ground.urls.intake}/pack-moves`)).body as { moves: Move[] };
    expect(moves.map((one) => one.id)).toEqual(expect.arrayContaining([moved.id, back.id]));
  });

  it('tries a pack on the complaints of the register, and keeps nothing', async () => {
    await file(company.department);
    const { username: user, password } = company.signInOf('admin');
    const lines: string[] = [];
    const options = { ...ground.urls, user, password, since: '2026-01-01', until: undefined, language: 'en' } as const;
    expect(await tryCommand('levels', options, (line) => lines.push(line))).toBe(0);
    expect(Number(/^complaints tried: (\d+)$/.exec(lines[0] ?? '')?.[1])).toBeGreaterThan(1);
    expect(lines.find((line) => line.startsWith('level 4'))).toBeDefined();
    expect(lines.find((line) => line.startsWith('first contact, in time'))).toBeDefined();
  });

  it('shows what is kept and where it is in force', async () => {
    const answer = await company.called('admin').get(`${ground.urls.intake}/packs`);
    const { packs, activations } = answer.body as {
      packs: { hash: string }[];
      activations: { hash: string; departmentId: string }[];
    };
    expect(packs.map((pack) => pack.hash)).toEqual(expect.arrayContaining([hash, compilePack(LEVELS).hash]));
    expect(activations.find((one) => one.hash === hash)?.departmentId).toBe(company.department);
    const shipped = activations.filter((one) => one.hash === compilePack(LEVELS).hash);
    expect(shipped.map((one) => one.departmentId)).toContain(null);
  });
});
