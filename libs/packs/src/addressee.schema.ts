import type { Addressee, DepartmentRole } from '@redress/policy';
import { z } from 'zod';

const RIGHT = 'write `owner`, `backup`, `holder`, `department-head` or `role <code>`';

/** How an editor is told of it. */
const described = z.string({ error: RIGHT }).meta({
  id: 'addressee',
  description: 'Who is told: a place in the case, or everybody who holds a role of the pack',
  anyOf: [
    { enum: ['owner', 'backup', 'holder', 'department-head'] },
    { type: 'string', pattern: '^role [a-z][a-z0-9-]*$' },
  ],
  examples: ['owner', 'backup', 'holder', 'department-head', 'role complaint-manager'],
});

/** Somebody who holds a role: `role <code>`. */
export const roleAddressee = described.transform((text, context): Extract<Addressee, { kind: 'role' }> => {
  const read = addresseeIn(text);
  if (read?.kind === 'role') return read;
  context.addIssue({ code: 'custom', message: `\`${text}\` is no role; write \`role <code>\`` });
  return z.NEVER;
});

/** Whom a rung tells: a place in the case, or everybody who holds a role. */
export const addressee = described.transform((text, context): Addressee => {
  const read = addresseeIn(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `\`${text}\` is nobody on a ladder; ${RIGHT}` });
  return z.NEVER;
});

const ON_SITE = `${RIGHT}, or \`role <code> of the department\``;

/** Who takes a step on the spot: an addressee, or who holds a role in the department that has the complaint (INT-22). */
export const onSiteAddressee = z
  .string({ error: ON_SITE })
  .meta({
    id: 'onSiteAddressee',
    description: 'Who takes a step on the spot',
    anyOf: [
      { enum: ['owner', 'backup', 'holder', 'department-head'] },
      { type: 'string', pattern: '^role [a-z][a-z0-9-]*( of the department)?$' },
    ],
    examples: ['owner', 'department-head', 'role leader', 'role guard of the department'],
  })
  .transform((text, context): Addressee | DepartmentRole => {
    const [, role] = /^role ([a-z][a-z0-9-]*) of the department$/.exec(text) ?? [];
    if (role !== undefined) return { kind: 'department-role', role };
    const read = addresseeIn(text);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: `\`${text}\` is nobody on the spot; ${ON_SITE}` });
    return z.NEVER;
  });

function addresseeIn(text: string): Addressee | null {
  if (text === 'owner' || text === 'backup' || text === 'holder' || text === 'department-head') return { kind: text };
  const [, role] = /^role ([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  return role === undefined ? null : { kind: 'role', role };
}
