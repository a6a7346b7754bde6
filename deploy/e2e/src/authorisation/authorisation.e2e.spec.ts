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
const standing = new Map<Reached, Promise<OwnCase>>();
const authored = new Map<Reached, Promise<OwnCase>>();

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
  return standingAt(at);
}

/** The case that stands there for all who leave it where it is. */
const standingAt = (at: Reached) => sharedCase(standing, at, false);
/** The same, found, decided and proposed by the head. */
const authoredAt = (at: Reached) => sharedCase(authored, at, true);

function sharedCase(shared: Map<Reached, Promise<OwnCase>>, at: Reached, byHead: boolean): Promise<OwnCase> {
  const there = shared.get(at) ?? freshCase().then((one) => one.bring(at, byHead));
  shared.set(at, there);
  return there;
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
    // A note that was answered late has been followed before.
    const seen = register.map(([what]) => what).filter((what) => what !== 'command');
    expect(seen.sort()).toEqual(['export', 'list', 'list']);
    expect(register.every(([, person]) => person === gm)).toBe(true);
    expect(others).toEqual([[['figures', gm]], [['action', gm]]]);
  });
});

describe.each(SERVICES)('in %s', (service) => {
  const rows = TABLE.filter((row) => row.service === service);
  let refusals: Refusals;
  beforeAll(async () => void (refusals = await refuseAll(rows)));

  it('whom the table refuses leaves no trace in any table', async () => {
    const culprits: string[] = [];
    // Only where all together have left one, each line is asked again by itself.
    for (const row of refusals.changed.length === 0 ? [] : rows) {
      const { changed } = await refuseAll([row]);
      if (changed.length > 0) culprits.push(`${nameOf(row)}: ${changed.join(', ')}`);
    }
    expect(culprits).toEqual([]);
    expect(refusals.changed).toEqual([]);
  });

  it.each(rows.map((row) => [nameOf(row), row] as const))('%s answers everybody as the table says', async (_, row) => {
    const refused = asked(row).filter((column) => isRefused(row, column));
    expect(refusals.answers.get(row)).toEqual(expectedOf(row, refused));
    const granted = asked(row).filter((column) => !isRefused(row, column));
    const cases = await Promise.all(granted.map((caller, index) => caseFor(row, index === 0 ? 'owner' : caller)));
    const subjects = new Map(granted.map((caller, index) => [caller, cases[index] as OwnCase]));
    expect(await answersOf(row, granted, subjects)).toEqual(expectedOf(row, granted));
  });
});

interface Refusals {
  readonly answers: ReadonlyMap<Row, Answers>;
  /** Tables that are not as they were before. */
  readonly changed: readonly string[];
}

/** Asks, in the name of everybody whom these lines refuse, and looks at every row of every table before and after. */
async function refuseAll(rows: readonly Row[]): Promise<Refusals> {
  const calls = await Promise.all(rows.map(async (row) => ({ row, ...(await refusedOf(row)) })));
  await session.time.quiet();
  const before = await checksums(session.database);
  const answers = new Map<Row, Answers>();
  for (const { row, callers, subjects } of calls) answers.set(row, await answersOf(row, callers, subjects));
  await session.time.quiet();
  return { answers, changed: changedTables(before, await checksums(session.database)) };
}

/** Whom a line refuses, and the case that each of them asks for. */
async function refusedOf(row: Row): Promise<{ callers: Column[]; subjects: Map<Column, OwnCase> }> {
  const callers = asked(row).filter((column) => isRefused(row, column));
  const subjects = new Map<Column, OwnCase>();
  for (const caller of callers) subjects.set(caller, await refusedCase(row, caller));
  return { callers, subjects };
}

/** Nobody who is refused moves it on, so all of them may share one. */
function refusedCase(row: Row, caller: Column): Promise<OwnCase> {
  if (caller === 'restricted') return Promise.resolve(guarded.restricted.case);
  if (caller === 'aboutMe') return Promise.resolve(guarded.aboutMe.case);
  if (caller === 'author') return authoredAt(callOf(row).at ?? 'assigned');
  return standingAt(callOf(row).at ?? 'assigned');
}
