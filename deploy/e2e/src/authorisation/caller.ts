import type { Person } from '@redress/scenario';
import type { Column, Row } from './authorisation.table.ts';
import type { EndpointCall, Subject } from './endpoint.calls.ts';
import { settledStatus } from './settled.outcome.ts';

/** Which of the own people stands for a column; owner and backup depend on the case, customers have no account. */
const NAMES: Partial<Record<Column, string>> = {
  clerk: 'clerk',
  colleague: 'col',
  stranger: 'stranger',
  approver: 'approver',
  head: 'head',
  otherHead: 'otherhead',
  manager: 'manager',
  auditor: 'auditor',
  admin: 'admin',
  author: 'head',
  restricted: 'manager',
  aboutMe: 'head',
};

const JSON_TYPE = 'application/json';

/** Calls the endpoint of a line as the subject's caller; answers the status. */
export async function callAs(url: string, row: Row, call: EndpointCall, about: Subject): Promise<number> {
  const parts = Object.entries((await call.parts?.(about)) ?? {});
  const path = parts.reduce((written, [name, value]) => written.replace(`:${name}`, value), row.path);
  const body = await call.body?.(about);
  const answer = await fetch(`${url}${path}${call.query ?? ''}`, {
    method: row.method,
    headers: { ...(body === undefined ? {} : { 'content-type': call.type ?? JSON_TYPE }), ...(await proofOf(about)) },
    ...(body === undefined ? {} : { body: call.type === undefined ? JSON.stringify(body) : String(body) }),
  });
  const text = await answer.text();
  if (answer.status !== 202 || row.service !== 'intake') return answer.status;
  return settledStatus(url, answer.status, JSON.parse(text), about.company.called('manager'));
}

/** What the caller shows: a token, a secret that is right or not, or nothing. */
async function proofOf(about: Subject): Promise<Record<string, string>> {
  if (about.caller === 'customer') return { 'x-tracking-secret': about.case.secret };
  if (about.caller === 'wrongSecret') return { 'x-tracking-secret': `1.${'x'.repeat(about.case.secret.length - 2)}` };
  const person = personOf(about);
  return person === null ? {} : { authorization: await person.authorization() };
}

function personOf({ caller, company, case: one }: Subject): Person | null {
  if (caller === 'owner') return one.owner;
  if (caller === 'backup') return one.backup;
  const name = NAMES[caller];
  return name === undefined ? null : company.called(name);
}
