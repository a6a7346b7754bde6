import { plusMs } from '@redress/policy';
import { randomInt, randomUUID } from 'node:crypto';
import { compilePack, shippedPackDocument } from '@redress/packs';
import type { Column } from './authorisation.table.ts';
import { ANALYSIS, CONTACT, proposal, RECEIPT, SURVEYED, TOLD, type OwnCase, type Reached } from './own.case.ts';
import type { GuardedCases } from './guarded.cases.ts';
import type { OwnCompany } from './own.company.ts';
import { CONTACT as LISTED, planFor, type OwnPools } from './own.pools.ts';

/** How an endpoint is called in order: where its case stands, what is put into the path, what is sent. */
export interface EndpointCall {
  /** Where the case stands; none: the call is about no case. */
  readonly at?: Reached;
  /** Each permitted call needs a case of its own: it moves on. */
  readonly movesOn?: boolean;
  readonly parts?: (about: Subject) => Promise<Readonly<Record<string, string>>>;
  readonly query?: string;
  /** Media type of a body that is no JSON. */
  readonly type?: string;
  /** Or a promise of it. */
  readonly body?: (about: Subject) => unknown;
}

/** What a call is about. */
export interface Subject {
  readonly company: OwnCompany;
  readonly pools: OwnPools;
  readonly guarded: GuardedCases;
  readonly case: OwnCase;
  readonly caller: Column;
}

const byId = async ({ case: { id } }: Subject) => ({ id });
const byNumber = async ({ case: { number } }: Subject) => ({ number });
const colleague = async ({ company }: Subject) => ({ id: await company.called('col').id() });
const lastCommand = async ({ case: one }: Subject) => ({ id: one.lastCommand });
const own = async ({ company }: Subject) => ({ code: company.department });
/** The pack that is in force, so that keeping and activating it changes nobody's rules. */
const LEVELS = shippedPackDocument('levels') ?? '';
const crossing = async () => ({ id: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' });
const always = (body: unknown) => () => body;
const TWO_HOURS_MS = 7_200_000;
/** The talk in which the customer said it. */
const SAID = { said: { channel: 'phone' } };

function command(at: Reached, body: EndpointCall['body'] = always({}), movesOn = true): EndpointCall {
  return { at, movesOn, parts: byId, body };
}

const person = ({ company }: Subject) => company.called('col').id();

/** Where each command of staff is in order, with a body that is in order there; those that stay share a case. */
function commandCalls(): Record<string, EndpointCall> {
  const stays = (at: Reached, body: EndpointCall['body'] = always({})) => command(at, body, false);
  const naming = (place: string): EndpointCall => ({
    ...stays('investigating'),
    body: async (about) => ({ place, personId: await person(about) }),
  });
  const calls: Record<string, EndpointCall> = {
    accept: command('assigned'),
    decline: command('assigned', always({ cause: 'overloaded', reasons: 'Too much.' })),
    assignments: naming('tracker'),
    'take-over': command('investigating', always({ reasons: 'I speak with her myself.' })),
    'hand-overs': command('investigating', ({ company }) => ({ departmentId: company.other, facts: 'Theirs.' })),
    'hand-over-refusals': command('assigned', always({ reasons: 'Not ours.' })),
    'hand-over-rulings': stays('investigating', ({ company }) => ({ departmentId: company.other, reasons: 'So.' })),
    contacts: stays('investigating', always(CONTACT)),
    questions: command('investigating', always({ question: 'Which depot?' })),
    unreachable: stays('informing', always({ answer: 'Put right.' })),
    notes: stays('investigating', always({ note: 'Back on Monday.' })),
    record: stays('investigating', always({ note: 'There is none.' })),
    corrections: stays('investigating', always({ field: 'mobile', value: '+44 7700 900999', reason: 'Misheard.' })),
    grading: command('investigating', always({ grade: 1, reason: 'She shouts.' })),
    'grading-confirmations': stays('investigating'),
    marks: command('investigating', always({ mark: 'legal', reason: 'Her lawyer wrote.' })),
    extortion: command('investigating', always({ authority: 'consumer-association', position: 'No more.' })),
    descriptions: stays('investigating', always({ description: 'Tall, a scar on the left hand.' })),
    // Nobody of this company but the general manager has the grant.
    'misconduct-owners': { ...stays('investigating'), body: async (about) => ({ personId: await person(about) }) },
    'misconduct-notes': stays('investigating', always({ note: 'Compared.' })),
    'misconduct-conclusions': stays('investigating', always({ outcome: 'confirmed', conclusion: 'So it is.' })),
    identifications: command('investigating', always({ personId: null, course: 'Nobody was there.' })),
    requests: command('investigating', ({ company }) => ({ departmentId: company.other, request: 'When?' })),
    answers: stays('investigating', always({ request: '999', answer: 'Then.' })),
    findings: stays('investigating', ({ case: one }) => one.finding()),
    unsolvable: stays('investigating', always({ reasons: 'The maker alone can.' })),
    proposals: command('deciding', always(proposal(80))),
    approve: command('approving'),
    return: command('approving', always({ to: 'deciding', reasons: 'Not asked.' })),
    dates: command('investigating', ({ case: one }) => ({ date: plusMs(one.receivedAt, TWO_HOURS_MS) })),
    replies: command('investigating', always({ channel: 'e-mail', reply: 'The sign was wrong.' })),
    extensions: stays('investigating', always({ reason: 'The expert is away.' })),
    'extension-rulings': stays('investigating', always({ granted: true, reason: 'It needs an expert.' })),
    pauses: command('investigating', always({ cause: 'customer', reason: 'She is abroad.' })),
    resumptions: stays('investigating'),
    mediations: stays('offering', always({ authority: 'mediation-centre', words: 'On Friday.' })),
    offers: command('offering', always({ channel: 'phone' })),
    'offer-withdrawals': command('offered', always({ reasons: 'No longer made.' })),
    'offer-answers': command('offered', always({ accepted: true, ...SAID })),
    'interim-compensations': stays('investigating', always({ amount: 1, reason: 'A taxi.' })),
    tasks: stays('resolving', always({ kind: 'on-site', task: 'Look again.' })),
    'task-completions': command('resolving', always({ task: '1', evidence: 'Signed.' })),
    appointments: stays('resolving', always({ task: '1', at: '2026-12-24T09:00:00.000Z' })),
    'outside-outcomes': stays(
      'investigating',
      always({ authority: 'ombudsman', inFavourOf: 'both', outcome: 'Half and half.' }),
    ),
    result: command('informing', always(TOLD)),
    'survey-answers': command('told', always({ ...SURVEYED, ...SAID })),
    'follow-ups': command('closed', always({ solved: true, note: 'It holds.' })),
    analysis: command('told', always(ANALYSIS)),
    actions: {
      ...stays('told'),
      body: async (about) => ({
        ...{ kind: 'corrective', ownerId: await person(about), departmentId: about.company.department },
        ...{ dueAt: '2026-12-24T09:00:00.000Z', followUpAt: '2027-01-24T09:00:00.000Z' },
        ...{ goal: 'None is lost.', measure: 'Each is scanned.' },
      }),
    },
    assessments: {
      ...stays('told'),
      body: async (about) => ({ personId: await person(about), degree: 'minor', assessment: 'Talked through.' }),
    },
    'event-end': stays('investigating'),
    'write-ups': stays('told', always({ writeUp: 'What others can learn.' })),
    reports: stays('investigating', always({ report: 'How it went.' })),
    messages: stays('investigating', always({ text: 'Any news?', ...SAID })),
    withdrawal: command('investigating', always({ reason: 'It is here.', ...SAID })),
    reopenings: command('closed', always({ reason: 'Broken again.', ...SAID })),
    repeats: stays('investigating', always({ text: 'Still not here.', ...SAID })),
    'new-facts-rulings': stays('closed', always({ accepted: true, reasons: 'New.' })),
    merges: command('investigating', always({ into: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f', reasons: 'Twice.' })),
    partings: stays('closed', always({ reasons: 'Another one.' })),
    mass: stays('investigating', always({ members: ['0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f'], reasons: 'Alike.' })),
    'mass-leavings': stays('investigating', always({ reasons: 'Another model.' })),
    transfers: command('investigating', always({ authority: 'ombudsman', reasons: 'Theirs.' })),
    'pack-moves': stays('investigating', always({ hash: 'f'.repeat(64), reason: 'Asked for.' })),
    'close (out of order)': stays('investigating'),
    'close (not told)': stays('informing'),
    'close (survey open)': stays('analysed'),
  };
  return Object.fromEntries(Object.entries(calls).map(([path, call]) => [`POST /complaints/:id/${path}`, call]));
}

/** What the customer says on the own tracking page. */
function customerCalls(): Record<string, EndpointCall> {
  const said = (at: Reached, body: unknown): EndpointCall => ({
    at,
    parts: byNumber,
    body: always(body),
    movesOn: true,
  });
  const calls: Record<string, EndpointCall> = {
    messages: { ...said('assigned', { text: 'Any news?' }), movesOn: false },
    repeats: { ...said('investigating', { text: 'Still not here.' }), movesOn: false },
    'offer-answers': said('offered', { accepted: true }),
    'survey-answers': said('told', SURVEYED),
    withdrawal: said('investigating', {}),
    reopenings: said('closed', { reason: 'Broken again.' }),
  };
  return Object.fromEntries(Object.entries(calls).map(([path, call]) => [`POST /tracking/:number/${path}`, call]));
}

/** What moves an absence or an action on uses one up where it is permitted. */
const USES_UP: Readonly<Record<'absence' | 'done' | 'evaluation', readonly Column[]>> = {
  absence: ['colleague', 'head', 'admin'],
  done: ['owner', 'approver', 'head', 'manager'],
  evaluation: ['approver', 'head', 'manager'],
};
const imported = async ({ pools }: Subject) => ({ id: pools.imports.look() });
const listed = async ({ pools }: Subject) => ({ id: pools.contacts.look() });

function planned({ pools, caller }: Subject): string {
  return USES_UP.absence.includes(caller) ? pools.absences.use() : pools.absences.look();
}

/** The action of a case that the caller must not see. */
function guardedAction({ guarded, caller }: Subject): { id: string } | null {
  return caller === 'restricted' || caller === 'aboutMe' ? { id: guarded[caller].actionId } : null;
}

/** Actions of the case's owner, to be done or to be judged. */
function actionCalls(): Record<string, EndpointCall> {
  const open = async (about: Subject) =>
    guardedAction(about) ?? { id: about.pools.openOf(await about.case.owner.id()).look() };
  const toDo = async (about: Subject) => {
    const { pools, case: one, caller } = about;
    const pool = pools.openOf(await one.owner.id());
    return guardedAction(about) ?? { id: USES_UP.done.includes(caller) ? pool.use() : pool.look() };
  };
  const toJudge = async (about: Subject) => {
    const { pools, case: one, caller } = about;
    const pool = pools.judgingOf(await one.owner.id());
    return guardedAction(about) ?? { id: USES_UP.evaluation.includes(caller) ? pool.use() : pool.look() };
  };
  const later = () => new Date(Date.UTC(2190, 0, 1, 0, 0, randomInt(1_000_000))).toISOString();
  return {
    'POST /actions': {
      body: async ({ company, case: one }) => planFor(company, await one.owner.id(), '2190-01-01T00:00:00Z'),
    },
    'GET /actions/:id': { parts: open },
    'POST /actions/:id/progress': { parts: open, body: always({ note: 'Half way.' }) },
    'POST /actions/:id/changes': { parts: open, body: () => ({ followUpAt: later(), reason: 'Not yet.' }) },
    'POST /actions/:id/done': { parts: toDo, body: always({ note: 'Done.' }) },
    'POST /actions/:id/evaluations': { parts: toJudge, body: always({ effective: true, note: 'Fewer.' }) },
  };
}

/** Every call of the table by `METHOD /path` and what the line is about. */
export const ENDPOINT_CALLS: Readonly<Record<string, EndpointCall>> = {
  'POST /complaints': { body: always(RECEIPT) },
  'GET /complaints/:id': { at: 'assigned', parts: byId },
  'GET /complaints/:id/timeline': { at: 'assigned', parts: byId },
  'GET /complaints/:id/corrections': { at: 'assigned', parts: byId },
  ...commandCalls(),
  'GET /commands/:id': { at: 'investigating', parts: lastCommand },
  'POST /notices/:id/read': { at: 'assigned', parts: async (about) => ({ id: await about.case.ownersNotice() }) },
  'GET /tracking/:number': { at: 'assigned', parts: byNumber },
  ...customerCalls(),
  'POST /imports': { type: 'text/csv', body: always('channel,category,description\r\n') },
  'GET /imports/:id': { parts: imported },
  'GET /imports/:id/rows': { parts: imported },
  'GET /imports/:id/refused.csv': { parts: imported },
  'POST /stuck/commands/:id/retry (not stuck)': { at: 'investigating', parts: lastCommand, body: always({}) },
  'POST /stuck/commands/:id/dismiss (not stuck)': {
    ...{ at: 'investigating', parts: lastCommand, body: always({ reason: 'Done by hand.' }) },
  },
  'POST /stuck/outbox/:id/retry (not stuck)': { parts: async () => ({ id: '1' }), body: always({}) },
  'POST /mass-candidates/:id/dismissals': { parts: async () => ({ id: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' }) },
  'POST /calendars': {
    body: always({ document: `calendar: fair\ntimeZone: Europe/Berlin\nweek: { mon: ['09:00-17:00'] }\n` }),
  },
  'POST /measures (asked for by none)': {
    body: ({ company }) => ({ measure: 'cars-in-bays', value: 4, departmentId: company.department }),
  },
  'POST /crossings/:id/choices': { parts: crossing, body: always({ choice: 'temporary-parking' }) },
  'POST /crossings/:id/reviews': { parts: crossing, body: always({ cause: 'Booked twice.', measure: 'One book.' }) },
  'POST /packs': { body: always({ document: LEVELS }) },
  'POST /packs (with a mistake)': { body: always({ document: LEVELS.replace('respond: 2h', 'respond: soon') }) },
  'GET /packs/:hash': { parts: async () => ({ hash: compilePack(LEVELS).hash }) },
  'POST /packs/:hash/approvals': { parts: async () => ({ hash: compilePack(LEVELS).hash }), body: always({}) },
  'POST /packs/trials': { body: always({ document: LEVELS, since: '2026-11-01T00:00:00Z' }) },
  'POST /pack-moves': {
    body: always({ hash: compilePack(LEVELS).hash, numbers: ['R-0'], reason: 'The regulator asks for it.' }),
  },
  'POST /pack-moves/:id/reversals': {
    parts: async () => ({ id: randomUUID() }),
    body: always({ reason: 'Wrong list.' }),
  },
  'POST /packs/:hash/activations': {
    parts: async () => ({ hash: compilePack(LEVELS).hash }),
    body: ({ company }) => ({ departmentId: company.department }),
  },
  'POST /sessions': { body: ({ company }) => company.signInOf('col') },
  'POST /sessions (wrong password)': { body: always({ username: `nobody.${randomUUID()}`, password: 'wrong words' }) },
  'POST /departments': { body: always({ code: `more-${randomUUID().slice(0, 8)}`, title: { zh: '新', en: 'New' } }) },
  'PATCH /departments/:code': { parts: own, body: always({ title: { zh: '新名', en: 'New name' } }) },
  'GET /people/:id': { parts: colleague },
  'POST /people': {
    body: ({ company }) => ({
      ...NEWCOMER,
      username: `n.${randomUUID().slice(0, 8)}`,
      departmentId: company.department,
    }),
  },
  'PATCH /people/:id (on duty)': { parts: colleague, body: always({ onDuty: false }) },
  'PATCH /people/:id (roles)': { parts: colleague, body: always({ roles: ['handler'] }) },
  'PATCH /people/:id (limits)': { parts: colleague, body: always({ limits: { compensation: 400, goodwill: null } }) },
  'GET /contacts/:id': { parts: listed },
  'POST /contacts': { body: always(LISTED) },
  'PATCH /contacts/:id': { parts: listed, body: always({ phone: '400 555 0101' }) },
  'DELETE /contacts/:id': { parts: listed },
  'GET /people/:id/absences': { parts: colleague },
  'DELETE /people/:id/absences/:absenceId': {
    parts: async (about) => ({ ...(await colleague(about)), absenceId: planned(about) }),
  },
  'POST /people/:id/hand-overs': { parts: colleague, body: always({}) },
  'POST /people/:id/absences': { parts: colleague, body: always({}) },
  'POST /people/:id/returns': { parts: colleague },
  'POST /people/:id/departures': { parts: async ({ company }) => ({ id: await company.called('leaver').id() }) },
  'GET /figures/daily': { query: '?from=2026-11-01&to=2026-11-30' },
  'GET /figures/kpi': { query: '?by=person&from=2026-11' },
  'GET /figures/trends': { query: '?by=category&from=2026-11&to=2026-12' },
  'GET /figures/complaints/:id': { at: 'assigned', parts: byId },
  ...actionCalls(),
  'GET /causes': { query: '?from=2026-11&to=2026-12' },
};

const NEWCOMER = { name: 'New Comer', roles: ['clerk'], password: 'words of our own' };
