import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { authorisationTable, COLUMNS, type Column, type Row } from './authorisation.table.ts';
import { callAs } from './caller.ts';
import { ENDPOINT_CALLS, type EndpointCall } from './endpoint.calls.ts';
import { OwnCase } from './own.case.ts';
import { OwnCompany } from './own.company.ts';
import { changedTables, checksums } from './rows.checksum.ts';
import { hiddenFromDescription, servedEndpoints } from './served.endpoints.ts';

const ground = storyGround();
const TABLE = authorisationTable();
const REFUSED = ['401', '403', '404'];
/** More at once than a line needs. */
const FILED_AT_ONCE = 16;

let session: StorySession;
let company: OwnCompany;
const waiting: OwnCase[] = [];

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
  await company.hire('leaver', ['clerk']);
});
afterAll(() => session.close());

async function freshCase(): Promise<OwnCase> {
  if (waiting.length === 0) {
    waiting.push(...(await OwnCase.file(ground.urls.intake, company, FILED_AT_ONCE, () => session.time.quiet())));
  }
  return waiting.pop() as OwnCase;
}

async function caseFor(call: EndpointCall, caller: Column): Promise<OwnCase> {
  return (await freshCase()).bring(call.at ?? 'assigned', caller === 'author');
}

/** What each of the callers gets, one after the other; a case that moves on is brought anew for each. */
async function answersOf(row: Row, callers: readonly Column[], movesOn: boolean): Promise<Partial<Record<Column, string>>> {
  const call = ENDPOINT_CALLS[nameOf(row)] ?? {};
  const answers: Partial<Record<Column, string>> = {};
  let shared: OwnCase | null = null;
  for (const caller of callers) {
    const own = movesOn || caller === 'author';
    const one: OwnCase = own ? await caseFor(call, caller) : (shared ??= await caseFor(call, caller));
    const status = await callAs(ground.urls[row.service], row, call, { company, case: one, caller });
    answers[caller] = status >= 200 && status < 300 ? '2xx' : String(status);
  }
  return answers;
}

function expectedOf(row: Row, callers: readonly Column[]): Partial<Record<Column, string | null>> {
  return Object.fromEntries(callers.map((caller) => [caller, row.cells[caller]]));
}

function nameOf({ method, path, about }: Row): string {
  return `${method} ${path}${about === '' ? '' : ` (${about})`}`;
}

const asked = (row: Row) => COLUMNS.filter((column) => row.cells[column] !== null);
const isRefused = (row: Row, column: Column) => REFUSED.includes(row.cells[column] ?? '');

describe('the table of who may do what', () => {
  it.each(['intake', 'staffing', 'analytics'] as const)('has every endpoint that %s serves, and no other', async (service) => {
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

describe.each(['intake', 'staffing', 'analytics'] as const)('in %s', (service) => {
  const rows = TABLE.filter((row) => row.service === service).map((row) => [nameOf(row), row] as const);

  it.each(rows)('%s is refused without a trace to whom it is not granted', async (_name, row) => {
    const refused = asked(row).filter((column) => isRefused(row, column));
    const author = refused.includes('author') ? await caseFor(ENDPOINT_CALLS[nameOf(row)] ?? {}, 'author') : null;
    const call = ENDPOINT_CALLS[nameOf(row)] ?? {};
    const one = await caseFor(call, 'owner');
    await session.time.quiet();
    const before = await checksums(session.database);
    const answers: Partial<Record<Column, string>> = {};
    for (const caller of refused) {
      const about = { company, case: caller === 'author' && author !== null ? author : one, caller };
      answers[caller] = String(await callAs(ground.urls[service], row, call, about));
    }
    expect(answers).toEqual(expectedOf(row, refused));
    await session.time.quiet();
    expect(changedTables(before, await checksums(session.database))).toEqual([]);
  });

  it.each(rows)('%s is taken from whom it is granted', async (name, row) => {
    const granted = asked(row).filter((column) => !isRefused(row, column));
    const movesOn = ENDPOINT_CALLS[name]?.movesOn === true;
    expect(await answersOf(row, granted, movesOn)).toEqual(expectedOf(row, granted));
  });
});
