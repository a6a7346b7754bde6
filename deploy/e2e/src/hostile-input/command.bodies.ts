import { ANALYSIS, CONTACT, proposal, TOLD, type OwnCase } from '../authorisation/own.case.ts';

/** Every command of staff with a body that is in order: what hostile input spoils. */
export function commandBodies(one: OwnCase): Readonly<Record<string, Record<string, unknown>>> {
  return {
    accept: {},
    contacts: CONTACT,
    findings: one.finding(),
    proposals: proposal(80),
    approve: { note: 'So be it.' },
    return: { to: 'deciding', reasons: 'Not asked.' },
    result: TOLD,
    analysis: ANALYSIS,
    close: {},
  };
}

/** What the customer says, in order. */
export const CUSTOMER_BODIES: Readonly<Record<string, Record<string, unknown>>> = {
  messages: { text: 'Any news?' },
  reopenings: { reason: 'Broken again.' },
};

/** What staffing takes, in order. */
export const STAFFING_BODIES: Readonly<Record<string, Record<string, unknown>>> = {
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
