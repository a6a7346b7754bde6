import type { Addressee } from '@redress/policy';
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
  const [, role] = /^role ([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  if (role !== undefined) return { kind: 'role', role };
  context.addIssue({ code: 'custom', message: `\`${text}\` is no role; write \`role <code>\`` });
  return z.NEVER;
});

/** Whom a rung tells: a place in the case, or everybody who holds a role. */
export const addressee = described.transform((text, context): Addressee => {
  if (text === 'owner' || text === 'backup' || text === 'holder' || text === 'department-head') return { kind: text };
  const [, role] = /^role ([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  if (role !== undefined) return { kind: 'role', role };
  context.addIssue({ code: 'custom', message: `\`${text}\` is nobody on a ladder; ${RIGHT}` });
  return z.NEVER;
});
