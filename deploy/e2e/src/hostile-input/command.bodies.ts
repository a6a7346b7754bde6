import { COMMAND_CONTRACTS } from '@redress/contracts';
import { COMMAND_NAMES, COMMANDS, SYSTEM_COMMANDS, type CommandName } from '@redress/policy';
import type { OwnCase } from '../authorisation/own.case.ts';

type Body = Readonly<Record<string, unknown>>;

/** Every command that staff may send, with a body that is in order: what hostile input spoils. */
export function commandBodies(one: OwnCase): Readonly<Record<string, Body>> {
  const names = COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.includes(name));
  const said = (name: CommandName) => (isCustomers(name) ? { said: { channel: 'phone' } } : {});
  const bodies = names.map((name) => [COMMAND_CONTRACTS[name].path, { ...exampleOf(name), ...said(name) }]);
  return { ...Object.fromEntries(bodies), findings: one.finding() };
}

/** What the customer says, in order. */
export const CUSTOMER_BODIES: Readonly<Record<string, Body>> = Object.fromEntries(
  COMMAND_NAMES.filter(isCustomers).map((name) => [COMMAND_CONTRACTS[name].path, exampleOf(name)]),
);

function isCustomers(name: CommandName): boolean {
  return COMMANDS[name].place === 'customer';
}

function exampleOf(name: CommandName): Body {
  return COMMAND_CONTRACTS[name].example as Body;
}

/** What staffing takes, in order. */
export const STAFFING_BODIES: Readonly<Record<string, Body>> = {
  '/sessions': { username: 'nobody.at.all', password: 'wrong words' },
  '/people': {
    username: 'new.comer',
    name: 'New Comer',
    departmentId: 'customer-service',
    roles: ['clerk'],
    password: 'words enough',
  },
  '/departments': { code: 'brand-new', title: { zh: '新', en: 'New' } },
  '/contacts': { kind: 'supplier', title: { zh: '快递', en: 'Parcels' }, phone: '400 555 0100' },
};

/** A plan for improvement, in order. */
export const PLAN_BODY: Body = {
  source: 'review',
  kind: 'corrective',
  goal: 'Fewer lost parcels.',
  measure: 'Search after a day.',
  ownerId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  departmentId: 'logistics',
  dueAt: '2190-01-01T00:00:00Z',
  followUpAt: '2190-02-01T00:00:00Z',
};
