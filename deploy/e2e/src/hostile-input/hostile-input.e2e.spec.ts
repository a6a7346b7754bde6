import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { storyGround } from '@redress/testkit';
import { SERVICES } from '../authorisation/authorisation.table.ts';
import { loadFile } from '../inputs/loaded.file.ts';
import { commandBodies, CUSTOMER_BODIES, STAFFING_BODIES, PLAN_BODY } from './command.bodies.ts';
import { BAD_HEADERS, BAD_IDS, BAD_QUERIES, BAD_TOKENS } from './hostile.addresses.ts';
import { NEVER_TAKEN, spoilt, type HostileBody } from './hostile.bodies.ts';
import { faultsOf, HostileGround } from './hostile.ground.ts';
import { HOSTILE_FILES, HOSTILE_ROWS } from './hostile.files.ts';
import { BAD_RECEIPTS } from './hostile.receipts.ts';
import { sendRaw, type RawAnswer, type RawRequest } from './raw.request.ts';

const ground = storyGround();
const { intake, staffing, analytics, improvement } = ground.urls;
let own: HostileGround;

beforeAll(async () => void (own = await HostileGround.open(ground)));
afterAll(() => own.session.close());
beforeEach(() => own.remember());
afterEach(async () => expect(await own.changed()).toEqual([]));

type Sender = (request: RawRequest) => Promise<RawAnswer>;

/** Every hostile body, sent by `send` to one address. */
function hostileTo(url: string, bodies: readonly HostileBody[], send: Sender, method = 'POST') {
  return bodies.map(({ name, body, type }) => ({
    name: `${method} ${url}: ${name}`,
    send: () => send({ method, url, body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) }),
  }));
}

const byOwner: Sender = (request) => own.byOwner(request);
const byAdministrator: Sender = (request) => own.byName('admin', request);
const byCustomer: Sender = (request) => own.byCustomer(request);
const caseUrl = (path: string, id = own.ownCase.id) => `${intake}/complaints/${id}/${path}`;

describe('nothing is half written, and every no is clear', () => {
  it('when a receipt is no receipt', async () => {
    expect(await faultsOf(hostileTo(`${intake}/complaints`, NEVER_TAKEN, byOwner))).toEqual([]);
  });

  it('when a receipt looks well and is not', async () => {
    const bodies = Object.entries(BAD_RECEIPTS).map(([name, receipt]) => ({ name, body: JSON.stringify(receipt) }));
    expect(await faultsOf(hostileTo(`${intake}/complaints`, bodies, byOwner))).toEqual([]);
  });

  it('when a command is no command', async () => {
    const requests = Object.entries(commandBodies(own.ownCase)).flatMap(([path, good]) =>
      hostileTo(caseUrl(path), [...NEVER_TAKEN, ...spoilt(good)], BY_MANAGER.includes(path) ? byManager : byOwner),
    );
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when the customer sends what is no message', async () => {
    const requests = Object.entries(CUSTOMER_BODIES).flatMap(([path, good]) =>
      hostileTo(`${intake}/tracking/${own.ownCase.number}/${path}`, [...NEVER_TAKEN, ...spoilt(good)], byCustomer),
    );
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when the organisation is told nonsense', async () => {
    const requests = Object.entries(STAFFING_BODIES).flatMap(([path, good]) =>
      hostileTo(`${staffing}${path}`, [...NEVER_TAKEN, ...spoilt(good)], byAdministrator),
    );
    const change = `${staffing}/people/${await own.company.called('col').id()}`;
    const changes = [
      ...NEVER_TAKEN,
      ...spoilt({ onDuty: true, skills: ['zh'], roles: ['clerk'], departmentId: 'sales' }),
    ];
    expect(await faultsOf([...requests, ...hostileTo(change, changes, byAdministrator, 'PATCH')])).toEqual([]);
  });

  it('when a plan is no plan', async () => {
    const bodies = [...NEVER_TAKEN, ...spoilt(PLAN_BODY)];
    expect(await faultsOf(hostileTo(`${improvement}/actions`, bodies, byManager))).toEqual([]);
  });

  it('when a file is no file of complaints', async () => {
    const requests = HOSTILE_FILES.map(({ name, body, type = 'text/csv', query = '' }) => ({
      name,
      send: () =>
        byManager({ method: 'POST', url: `${intake}/imports${query}`, body, headers: { 'content-type': type } }),
    }));
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when a file looks well and each of its rows is hostile', async () => {
    const { loaded, refused } = await loadFile(intake, own.company.called('manager'), HOSTILE_ROWS);
    expect([loaded, refused]).toEqual([0, HOSTILE_ROWS.split('\r\n').length - 1]);
    // That the file came, and what became of its rows, is what may be written.
    expect((await own.changed()).sort()).toEqual(['intake.import_rows', 'intake.imports']);
    await own.remember();
  });

  it('when an id is none', async () => {
    const paths = [...Object.keys(commandBodies(own.ownCase))].map((path) => ({
      method: 'POST',
      at: (id: string) => caseUrl(path, id),
    }));
    const looks = [
      { method: 'GET', at: (id: string) => `${intake}/complaints/${id}` },
      { method: 'GET', at: (id: string) => `${intake}/complaints/${id}/timeline` },
      { method: 'GET', at: (id: string) => `${intake}/complaints/${id}/corrections` },
      { method: 'GET', at: (id: string) => `${intake}/commands/${id}` },
      ...['', '/rows', '/refused.csv'].map((path) => ({
        ...{ method: 'GET', at: (id: string) => `${intake}/imports/${id}${path}` },
      })),
      { method: 'POST', at: (id: string) => `${intake}/stuck/commands/${id}/retry` },
      { method: 'POST', at: (id: string) => `${intake}/stuck/outbox/${id === '1' ? '0' : id}/retry` },
      { method: 'POST', at: (id: string) => `${intake}/notices/${id}/read` },
      { method: 'GET', at: (id: string) => `${intake}/tracking/${id}` },
      { method: 'GET', at: (id: string) => `${staffing}/people/${id}` },
      { method: 'GET', at: (id: string) => `${staffing}/contacts/${id}` },
      { method: 'GET', at: (id: string) => `${staffing}/people/${id}/absences` },
      { method: 'GET', at: (id: string) => `${analytics}/figures/complaints/${id}` },
      { method: 'GET', at: (id: string) => `${improvement}/actions/${id}` },
      { method: 'POST', at: (id: string) => `${improvement}/actions/${id}/done` },
    ];
    const requests = [...paths, ...looks].flatMap(({ method, at }) =>
      BAD_IDS.map((id) => ({
        name: `${method} ${at(id.slice(0, 40))}`,
        send: () => own.byName('manager', { method, url: at(id), ...(method === 'POST' ? { body: '{}' } : {}) }),
      })),
    );
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when a question makes no sense', async () => {
    const requests = SERVICES.flatMap((service) =>
      BAD_QUERIES[service].map((query) => ({
        name: `GET ${service} ${query.slice(0, 80)}`,
        send: () => own.byName('manager', { method: 'GET', url: `${ground.urls[service]}${query}` }),
      })),
    );
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when a key or a revision is none', async () => {
    const requests = BAD_HEADERS.map((headers) => ({
      name: JSON.stringify(headers).slice(0, 60),
      send: () =>
        byOwner({
          method: 'POST',
          url: caseUrl('contacts'),
          body: JSON.stringify(commandBodies(own.ownCase)['contacts']),
          headers,
        }),
    }));
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('when a token is none', async () => {
    const requests = BAD_TOKENS.map((authorization) => ({
      name: authorization.slice(0, 40),
      send: () => sendRaw({ method: 'GET', url: `${intake}/complaints`, headers: { authorization } }),
    }));
    expect(await faultsOf(requests)).toEqual([]);
  });
});

const byManager: Sender = (request) => own.byName('manager', request);

/** What an owner may never do. */
const BY_MANAGER = [
  'approve',
  'return',
  'assignments',
  'take-over',
  'hand-over-rulings',
  'assessments',
  'event-end',
  'new-facts-rulings',
  'pack-moves',
];
