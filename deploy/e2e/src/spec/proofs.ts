import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentRefused, fields, nonEmpty, readDocument, Source } from '@redress/packs';
import { z } from 'zod';

export const PROOFS_FILE = join(import.meta.dirname, '../../proofs.yaml');

const change = z.union([
  fields({ field: nonEmpty('a field of the pack'), to: z.unknown() }).refine((one) => 'to' in one),
  fields({ field: nonEmpty('a field of the pack'), remove: z.literal(true) }),
]);

const rule = fields({
  file: z.string().regex(/^(libs|services|workflows)\/.+\/src\/.+\.ts$/, { error: 'write a source, from the root on' }),
  find: nonEmpty('what stands there, once'),
  replace: z.string({ error: 'write what stands there instead' }),
});

const proof = fields({
  id: nonEmpty('the requirement'),
  story: nonEmpty('the story whose line is to fail').nullable().default(null),
  pack: z.array(change).min(1).nullable().default(null),
  rule: rule.nullable().default(null),
}).refine(({ pack, rule: code }) => (pack === null) !== (code === null), {
  error: 'write either `pack:` and what is changed in it, or `rule:` and what is changed in the code',
});

/** What is changed so that the lines of a requirement must fail: values of the pack, or one place of the code. */
export type Proof = z.output<typeof proof>;
export type RuleChange = z.output<typeof rule>;

/** The list of proofs. Throws DocumentRefused with everything that is wrong with it. */
export function readProofs(text = readFileSync(PROOFS_FILE, 'utf8')): Proof[] {
  const read = readDocument(new Source(text), z.array(proof));
  if ('problems' in read) throw new DocumentRefused(read.problems);
  return read.value;
}

/** The change in few words. */
export function changeText({ pack, rule: code }: Proof): string {
  if (code !== null) return `${code.file}: "${code.find}" → "${code.replace}"`;
  return (pack ?? [])
    .map((one) => ('remove' in one ? `without ${one.field}` : `${one.field} → ${JSON.stringify(one.to)}`))
    .join(', ');
}
