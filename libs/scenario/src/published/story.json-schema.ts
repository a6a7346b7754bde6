import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { EXPECTATION_FORMS } from '../story/expectation.parser.ts';
import { knownActs } from '../story/story.acts.ts';
import { storyDocument } from '../story/story.schema.ts';

/** Where the published schema lies. Both `src` and `dist` lie beside it. */
export const STORY_SCHEMA_FILE = fileURLToPath(new URL('../../published/story.schema.json', import.meta.url));

/** JSON Schema 2020-12 of a story, by which an editor completes and checks it: `# yaml-language-server: $schema=…`. */
export function storyJsonSchema(): string {
  const schema = z.toJSONSchema(storyDocument, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Acts have other names as well; an editor offers the usual ones.
      if (jsonSchema['does'] === true)
        Object.assign(jsonSchema, { anyOf: [{ enum: knownActs() }, { type: 'string' }] });
      if (jsonSchema['sees'] === true) Object.assign(jsonSchema, { examples: EXPECTATION_FORMS });
      delete jsonSchema['does'];
      delete jsonSchema['sees'];
    },
  });
  return `${JSON.stringify({ title: 'Story', ...schema }, null, 2)}\n`;
}
