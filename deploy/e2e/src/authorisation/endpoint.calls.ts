import { randomUUID } from 'node:crypto';
import { compilePack, shippedPackDocument } from '@redress/packs';
import type { Column } from './authorisation.table.ts';
import { ANALYSIS, CONTACT, proposal, RECEIPT, TOLD, type OwnCase, type Reached } from './own.case.ts';
import type { OwnCompany } from './own.company.ts';

/** How an endpoint is called in order: where its case stands, what is put into the path, what is sent. */
export interface EndpointCall {
  /** Where the case stands; none: the call is about no case. */
  readonly at?: Reached;
  /** Each permitted call needs a case of its own: it moves on. */
  readonly movesOn?: boolean;
  readonly parts?: (about: Subject) => Promise<Readonly<Record<string, string>>>;
  readonly query?: string;
  readonly body?: (about: Subject) => unknown;
}

/** What a call is about. */
export interface Subject {
  readonly company: OwnCompany;
  readonly case: OwnCase;
  readonly caller: Column;
}

const byId = async ({ case: { id } }: Subject) => ({ id });
const byNumber = async ({ case: { number } }: Subject) => ({ number });
const colleague = async ({ company }: Subject) => ({ id: await company.called('col').id() });
const own = async ({ company }: Subject) => ({ code: company.department });
/** The pack that is in force, so that keeping and activating it changes nobody's rules. */
const LEVELS = shippedPackDocument('levels') ?? '';
const always = (body: unknown) => () => body;

function command(at: Reached, body: EndpointCall['body'] = always({}), movesOn = true): EndpointCall {
  return { at, movesOn, parts: byId, body };
}

/** Every call of the table by `METHOD /path` and what the line is about. */
export const ENDPOINT_CALLS: Readonly<Record<string, EndpointCall>> = {
  'POST /complaints': { body: always(RECEIPT) },
  'GET /complaints/:id': { at: 'assigned', parts: byId },
  'GET /complaints/:id/timeline': { at: 'assigned', parts: byId },
  'POST /complaints/:id/accept': command('assigned'),
  'POST /complaints/:id/contacts': command('investigating', always(CONTACT), false),
  'POST /complaints/:id/findings': command('investigating', ({ case: one }) => one.finding(), false),
  'POST /complaints/:id/proposals': command('deciding', always(proposal(80))),
  'POST /complaints/:id/approve': command('approving'),
  'POST /complaints/:id/return': command('approving', always({ to: 'deciding', reasons: 'Not asked.' })),
  'POST /complaints/:id/result': command('informing', always(TOLD)),
  'POST /complaints/:id/analysis': command('told', always(ANALYSIS)),
  'POST /complaints/:id/close': command('analysed'),
  'POST /complaints/:id/close (out of order)': command('investigating', always({}), false),
  'POST /complaints/:id/close (not told)': command('informing', always({}), false),
  'GET /commands/:id': { at: 'investigating', parts: async ({ case: { lastCommand } }) => ({ id: lastCommand }) },
  'POST /notices/:id/read': { at: 'assigned', parts: async (about) => ({ id: await about.case.ownersNotice() }) },
  'GET /tracking/:number': { at: 'assigned', parts: byNumber },
  'POST /tracking/:number/messages': { at: 'assigned', parts: byNumber, body: always({ text: 'Any news?' }) },
  'POST /tracking/:number/reopenings': { at: 'closed', parts: byNumber, body: always({ reason: 'Broken again.' }) },
  'POST /packs': { body: always({ document: LEVELS }) },
  'POST /packs (with a mistake)': { body: always({ document: LEVELS.replace('respond: 2h', 'respond: soon') }) },
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
  'POST /people/:id/absences': { parts: colleague, body: always({}) },
  'POST /people/:id/returns': { parts: colleague },
  'POST /people/:id/departures': { parts: async ({ company }) => ({ id: await company.called('leaver').id() }) },
  'GET /figures/daily': { query: '?from=2026-11-01&to=2026-11-30' },
  'GET /figures/kpi': { query: '?by=person&from=2026-11' },
  'GET /figures/complaints/:id': { at: 'assigned', parts: byId },
};

const NEWCOMER = { name: 'New Comer', roles: ['clerk'], password: 'words of our own' };
