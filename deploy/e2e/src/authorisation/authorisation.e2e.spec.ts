import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { z } from 'zod';
import { authorisationTable, COLUMNS, SERVICES, type Column, type Row } from './authorisation.table.ts';
import { callAs } from './caller.ts';
import { ENDPOINT_CALLS, type EndpointCall } from './endpoint.calls.ts';
import { OwnCase, type Reached } from './own.case.ts';
import { OwnCompany } from './own.company.ts';
import { OwnPools } from './own.pools.ts';
import { changedTables, checksums } from './rows.checksum.ts';
import { guardCases, type GuardedCases } from './guarded.cases.ts';
import { hiddenFromDescription, servedEndpoints } from './served.endpoints.ts';

const ground = storyGround();
const TABLE = authorisationTable();
const REFUSED = ['401', '403', '404'];
const FILED_AT_ONCE = 10;
const looks = z.object({ items: z.array(z.object({ what: z.string(), personId: z.uuid() })) });

type Answers = Partial<Record<Column, string | undefined>>;

let session: StorySession;
let company: OwnCompany;
let pools: OwnPools;
let guarded: GuardedCases;
const waiting: OwnCase[] = [];
let filing: Promise<void> | null = null;
const standing = new Map<Reached, OwnCase>();

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
  await company.hire('leaver', ['clerk']);
  pools = await OwnPools.fill(ground, company, session);
  guarded = await guardCases(ground, company, session, freshCase);
});
afterAll(() => session.close());

async function freshCase(): Promise<OwnCase> {
  while (waiting.length === 0) {
    filing ??= fileMore();
    await filing;
  }
  return waiting.pop() as OwnCase;
}

async function fileMore(): Promise<void> {
  waiting.push(...(await OwnCase.file(ground.urls.intake, company, FILED_AT_ONCE, () => session.time.quiet())));
  filing = null;
}

/** A case where the call wants it; calls that leave it where it is share one. */
async function caseFor(row: Row, caller: Column): Promise<OwnCase> {
  const { at = 'assigned', movesOn = false } = callOf(row);
  if (movesOn || caller === 'author') return (await freshCase()).bring(at, caller === 'author');
  const shared = standing.get(at) ?? (await (await freshCase()).bring(at));
  standing.set(at, shared);
  return shared;
}

/** What each of the callers gets, one after the other. */
async function answersOf(row: Row, callers: readonly Column[], cases: ReadonlyMap<Column, OwnCase>): Promise<Answers> {
  const answers: Answers = {};
  for (const caller of callers) {
    const about = { company, pools, guarded, case: cases.get(caller) as OwnCase, caller };
    const status = await callAs(ground.urls[row.service], row, callOf(row), about);
    answers[caller] = status >= 200 && status < 300 ? '2xx' : String(status);
  }
  return answers;
}

function expectedOf(row: Row, callers: readonly Column[]): Answers {
  return Object.fromEntries(callers.map((caller) => [caller, row.cells[caller] ?? undefined]));
}

function nameOf({ method, path, about }: Row): string {
  return `${method} ${path}${about === '' ? '' : ` (${about})`}`;
}

const callOf = (row: Row): EndpointCall => ENDPOINT_CALLS[nameOf(row)] ?? {};
const asked = (row: Row) => COLUMNS.filter((column) => row.cells[column] !== null);
const isRefused = (row: Row, column: Column) => REFUSED.includes(row.cells[column] ?? '');

describe('the table of who may do what', () => {
  it.each(SERVICES)('has every endpoint that %s serves, and no other', async (service) => {
    const known = TABLE.filter((row) => row.service === service).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(known)].sort()).toEqual(await servedEndpoints(ground.urls[service]));
  });

  it('misses nothing that a service hides: only the metrics stand outside its description', () => {
    expect(hiddenFromDescription()).toEqual(['libs/service-kit/src/metrics/metrics.controller.ts']);
  });

  it('has a call for nothing that is not in it', () => {
    expect(Object.keys(ENDPOINT_CALLS).filter((name) => !TABLE.some((row) => nameOf(row) === name))).toEqual([]);
  });
});

describe('a case under restricted access', () => {
  const shown = async (name: string, url: string): Promise<string> => {
    const headers = { authorization: await company.called(name).authorization() };
    return (await fetch(url, { headers })).text();
  };
  const looksAt = async (id: string) =>
    Promise.all(
      (['intake', 'analytics', 'improvement'] as const).map(async (service) => {
        const answer = await company.called('auditor').get(`${ground.urls[service]}/looks?complaintId=${id}`);
        return looks.parse(answer.body).items.map(({ what, personId }) => [what, personId]);
      }),
    );

  it('stands in no list, search, export or figure of who lacks the grant; of who has it, each look is recorded', async () => {
    const { id, number } = guarded.restricted.case;
    const { intake, analytics, improvement } = ground.urls;
    const places = [
      `${intake}/complaints?number=${number}`,
      `${intake}/complaints?number=${number}&q=parcel`,
      `${intake}/complaints.csv?number=${number}&words=true`,
      `${analytics}/figures/complaints?departmentId=${company.department}&limit=100`,
      `${improvement}/actions?complaintId=${id}`,
    ];
    const holdIt = async (name: string) =>
      Promise.all(places.map(async (url) => (await shown(name, url)).includes(number)));
    const before = await checksums(session.database);
    expect(await holdIt('manager')).toEqual(places.map(() => false));
    expect(changedTables(before, await checksums(session.database))).toEqual([]);
    expect(await holdIt('gm')).toEqual(places.map(() => true));
    const gm = await company.called('gm').id();
    const [register = [], ...others] = await looksAt(id);
    expect(register.map(([what]) => what).sort()).toEqual(['export', 'list', 'list']);
    expect(register.every(([, person]) => person === gm)).toBe(true);
    expect(others).toEqual([[['figures', gm]], [['action', gm]]]);
  });
});

describe.each(SERVICES)('in %s', (service) => {
  const rows = TABLE.filter((row) => row.service === service).map((row) => [nameOf(row), row] as const);

  it.each(rows)('%s answers everybody as the table says, and whom it refuses leaves no trace', async (_name, row) => {
    const refused = asked(row).filter((column) => isRefused(row, column));
    const granted = asked(row).filter((column) => !isRefused(row, column));
    const first = await caseFor(row, 'owner');
    if (refused.length > 0) await refuseWithoutTrace(row, refused, first);
    const cases = await Promise.all(granted.slice(1).map((caller) => caseFor(row, caller)));
    const subjects = new Map(granted.map((caller, index) => [caller, [first, ...cases][index] ?? first]));
    expect(await answersOf(row, granted, subjects)).toEqual(expectedOf(row, granted));
  });
});

async function refuseWithoutTrace(row: Row, refused: readonly Column[], one: OwnCase): Promise<void> {
  const authored = refused.includes('author') ? await caseFor(row, 'author') : one;
  const others: Partial<Record<Column, OwnCase>> = {
    ...{ author: authored, restricted: guarded.restricted.case, aboutMe: guarded.aboutMe.case },
  };
  const subjects = new Map(refused.map((caller) => [caller, others[caller] ?? one]));
  await session.time.quiet();
  const before = await checksums(session.database);
  expect(await answersOf(row, refused, subjects)).toEqual(expectedOf(row, refused));
  await session.time.quiet();
  expect(changedTables(before, await checksums(session.database))).toEqual([]);
}
