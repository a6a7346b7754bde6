import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentRefused, fields, nonEmpty, readDocument, Source } from '@redress/packs';
import { z } from 'zod';

export const REQUIREMENTS_FILE = join(import.meta.dirname, '../../requirements.yaml');

const requirement = fields({
  id: z.string().regex(/^(INT|PRC|IMP|WRK)-\d+[a-z]?$/, { error: 'write an id, such as PRC-9a' }),
  title: nonEmpty('what it is about'),
  optional: z.boolean({ error: 'write `true` or leave it out' }).default(false),
});

/** Something that the product must do, and that a line of a story shows. */
export type Requirement = z.output<typeof requirement>;

/** The list of requirements. Throws DocumentRefused with everything that is wrong with it. */
export function readRequirements(text = readFileSync(REQUIREMENTS_FILE, 'utf8')): Requirement[] {
  const source = new Source(text);
  const read = readDocument(source, z.array(requirement));
  if ('problems' in read) throw new DocumentRefused(read.problems);
  const ids = read.value.map(({ id }) => id);
  const twice = read.value.findIndex(({ id }, index) => ids.indexOf(id) < index);
  if (twice >= 0) throw new DocumentRefused([source.problemAt([twice, 'id'], `${ids[twice]} stands here twice`)]);
  return read.value;
}
