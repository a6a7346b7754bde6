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
};
