import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { STORY_SCHEMA_FILE, storyJsonSchema } from './story.json-schema.ts';

/** Writes the JSON Schema of stories anew: `npm run schemas`. */
mkdirSync(dirname(STORY_SCHEMA_FILE), { recursive: true });
writeFileSync(STORY_SCHEMA_FILE, storyJsonSchema());
