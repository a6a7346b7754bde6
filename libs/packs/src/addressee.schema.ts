import type { Addressee } from '@redress/policy';
import { z } from 'zod';

const RIGHT = 'write `owner`, `backup`, `holder`, `department-head` or `role <code>`';

/** Whom a rung tells: a place in the case, or everybody who holds a role. */
export const addressee = z.string({ error: RIGHT }).transform((text, context): Addressee => {
  if (text === 'owner' || text === 'backup' || text === 'holder' || text === 'department-head') return { kind: text };
  const [, role] = /^role ([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  if (role !== undefined) return { kind: 'role', role };
  context.addIssue({ code: 'custom', message: `\`${text}\` is nobody on a ladder; ${RIGHT}` });
  return z.NEVER;
});
