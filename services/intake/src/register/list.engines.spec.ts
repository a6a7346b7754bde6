import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayRead, visibilityOf, type Actor, type Capability, type CaseState } from '@redress/policy';
import { person, TestIntake } from '../intake.fixture.ts';
import type { ComplaintPage } from './complaint.page.ts';

const [OWNER, BACKUP] = [randomUUID(), randomUUID()];
const MANAGER = person();

let intake: TestIntake;
/** Complaints by a name of this spec. */
const ids = new Map<string, string>();

beforeAll(async () => {
  intake = await TestIntake.open('api');
  const file = async (name: string, fields: object) => void ids.set(name, (await intake.file(fields)).id);
  await file('plain', {
    receivedAt: '2026-11-20T01:00:00.000Z',
    assessment: { severity: 1, urgency: 1, prevalence: 1 },
  });
  await file('urgent', {
    ...{ channel: 'chat', language: 'zh', departmentId: 'logistics', receivedAt: '2026-11-21T01:00:00.000Z' },
    assessment: { severity: 3, urgency: 4, prevalence: 1 },
    complainant: { mobile: '+86 138 0013 8000', email: 'Grace@Example.com' },
    matters: [{ category: 'price' }, { category: 'delivery', reference: 'po 77-19' }],
  });
  await file('owned', { receivedAt: '2026-11-22T01:00:00.000Z', drill: true, complainant: { phone: '01380 0138000' } });
  await file('restricted', { receivedAt: '2026-11-22T02:00:00.000Z' });
  await file('ended', { receivedAt: '2026-11-22T03:00:00.000Z' });
  await stand('owned', { owner: OWNER, backup: BACKUP, stage: 'investigating', class: '2', serious: true });
  await stand('ended', { owner: OWNER, stage: 'ended', closing: 'solved' });
  await intake.database.query(`UPDATE intake.complaints SET access = 'restricted' WHERE id = $1`, [idOf('restricted')]);
  await intake.database.query(`UPDATE intake.complaints SET first_due_at = 'infinity' WHERE id = $1`, [idOf('ended')]);
});
afterAll(() => intake?.close());

function idOf(name: string): string {
  return ids.get(name) ?? '';
}

function nameOf(id: string): string {
  return [...ids].find(([, known]) => known === id)?.[0] ?? id;
}

/** Where a complaint stands, as a step would leave it. */
async function stand(name: string, state: Record<string, unknown>): Promise<void> {
  await intake.database.query(
    `UPDATE intake.complaints SET state = state || $2, stage = $3, owner_id = $4, backup_id = $5 WHERE id = $1`,
    [idOf(name), JSON.stringify(state), state['stage'], state['owner'] ?? null, state['backup'] ?? null],
  );
}

async function list(query: string, actor: Actor = MANAGER): Promise<string[]> {
  const { status, body } = await intake.get<ComplaintPage>(`/complaints?${query}`, actor);
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`);
  return body.items.map(({ id }) => nameOf(id));
}

describe('the list of complaints', () => {
  it.each([
    ['', ['ended', 'owned', 'urgent', 'plain']],
    ['open=true', ['owned', 'urgent', 'plain']],
    ['open=false', ['ended']],
    ['stage=investigating', ['owned']],
    ['class=2', ['owned']],
    ['level=1', ['urgent']],
    ['serious=true', ['owned']],
    ['departmentId=logistics', ['urgent']],
    [`owner=${OWNER}`, ['ended', 'owned']],
    [`owner=${OWNER}&open=true`, ['owned']],
    [`backup=${BACKUP}`, ['owned']],
    ['channel=chat', ['urgent']],
    ['language=zh', ['urgent']],
    ['category=price', ['urgent']],
    ['category=delivery&language=en', ['ended', 'owned', 'plain']],
    ['drill=true', ['owned']],
    ['closing=solved', ['ended']],
    ['provisional=false&stage=received', ['urgent', 'plain']],
    ['receivedFrom=2026-11-21T01:00:00Z&receivedTo=2026-11-22T01:00:00Z', ['urgent']],
    ['registeredTo=2026-11-23T01:00:00Z', []],
    ['registeredFrom=2026-11-23T09:00:00%2B08:00&level=1', ['urgent']],
    ['dutyKind=respond&dueBefore=2026-11-21T04:00:00Z', ['urgent', 'plain']],
    ['dueBefore=2026-11-21T04:00:00Z&departmentId=logistics', ['urgent']],
    ['phone=13800138000', ['owned', 'urgent']],
    ['phone=0086-138-0013-8000&level=1', ['urgent']],
    ['phone=x', []],
    ['email=grace@example.COM', ['urgent']],
    ['email=grace@example.org', []],
  ])('narrowed to %s', async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });

  it('knows a complaint by its number, however it is typed', async () => {
    const [row] = await intake.database.query<{ number: string }>(
      'SELECT number FROM intake.complaints WHERE id = $1',
      [idOf('owned')],
    );
    expect(await list(`number=${row?.number.toLowerCase()}`)).toEqual(['owned']);
  });

  it('begins with what runs out first when asked, and ends with what owes nothing', async () => {
    expect(await list('sort=next-due')).toEqual(['plain', 'urgent', 'owned', 'ended']);
  });

  it('is sorted by level, and inside it by priority (INT-18)', async () => {
    const { body } = await intake.get<ComplaintPage>('/complaints?sort=priority', MANAGER);
    const lines = body.items.filter((line) => 'level' in line);
    const places = lines.map(({ level, priority }) => Number(level) * 100 - priority);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThan(2);
    expect([body.items[0]?.id, body.items.at(-1)?.id]).toEqual([idOf('urgent'), idOf('plain')]);
  });

  it.each(['newest', 'next-due', 'priority'])('is the same read page by page, %s', async (sort) => {
    const whole = await list(`sort=${sort}`);
    const paged: string[] = [];
    let after = '';
    do {
      const { body } = await intake.get<ComplaintPage>(`/complaints?sort=${sort}&limit=1${after}`, MANAGER);
      paged.push(...body.items.map(({ id }) => nameOf(id)));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(paged).toEqual(whole);
  });

  it.each(['infinity_x', `infinity_${randomUUID()}`, `2026-11-23T01:00:00.000Z_${randomUUID()}_`, 'x'])(
    'refuses the page after %s',
    async (after) => {
      expect((await intake.get(`/complaints?after=${after}`)).status).toBe(400);
    },
  );

  it('says when the first duty runs out', async () => {
    const { body } = await intake.get<ComplaintPage>('/complaints?sort=next-due&limit=1', MANAGER);
    expect(body.items[0]).toMatchObject({ firstDueAt: '2026-11-21T01:00:00.000Z', level: '4' });
  });
});

describe('a handler', () => {
  const handler = (id: string, departmentId: string) =>
    person({ id, departmentId, capabilities: ['handle', 'read-department'] });

  it('has a list of the own work', async () => {
    expect(await list('mine=true&sort=next-due', handler(OWNER, 'sales'))).toEqual(['owned']);
    expect(await list('mine=true', handler(BACKUP, 'elsewhere'))).toEqual(['owned']);
    expect(await list('mine=true', handler(randomUUID(), 'sales'))).toEqual([]);
    expect(await list('mine=false', handler(OWNER, 'sales'))).toEqual(['ended', 'plain']);
  });

  it('sees in lists what may be read one by one, and nothing else', async () => {
    const rows = await intake.database.query<{ id: string; access: 'open' | 'restricted'; state: CaseState }>(
      'SELECT id, access, state FROM intake.complaints',
    );
    const may: Capability[][] = [
      [],
      ['track'],
      ['read-department'],
      ['read-all'],
      ['audit'],
      ['read-all', 'read-restricted'],
    ];
    const actors = may.flatMap((capabilities) =>
      [OWNER, BACKUP, randomUUID()].flatMap((id) =>
        ['sales', 'logistics', null].map((departmentId) =>
          person({ id, departmentId, capabilities: ['audit', ...capabilities] }),
        ),
      ),
    );
    for (const actor of actors.flatMap((one) => [one, { ...one, capabilities: one.capabilities.slice(1) }])) {
      const readable = rows
        .filter(({ access, state }) => mayRead(actor, visibilityOf(state, access)).allowed)
        .map(({ id }) => nameOf(id));
      const allowed = actor.capabilities.some((one) => ['read-department', 'read-all', 'audit', 'track'].includes(one));
      if (allowed) expect((await list('', actor)).sort()).toEqual(readable.sort());
    }
  });
});
