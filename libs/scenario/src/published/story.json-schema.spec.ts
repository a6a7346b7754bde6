import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { STORIES_FOLDER } from '../story/story.book.ts';
import { STORY_SCHEMA_FILE, storyJsonSchema } from './story.json-schema.ts';

const HINT = '# yaml-language-server: $schema=../../published/story.schema.json\n';

const stories = readdirSync(STORIES_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('pack.yaml'))
  .sort();

describe('the published schema of stories', () => {
  it('is committed as it is generated: npm run schemas', () => {
    expect(readFileSync(STORY_SCHEMA_FILE, 'utf8')).toBe(storyJsonSchema());
  });

  it('offers what can be done, and the ways of saying what is seen', () => {
    const schema = storyJsonSchema();
    for (const part of [
      '"record finding"',
      '"report absence"',
      'escalated to <rung> for <clock>',
      '"additionalProperties": false',
    ])
      expect(schema).toContain(part);
  });

  it.each(stories)('is named at the top of %s, for editors', (name) => {
    expect(readFileSync(join(STORIES_FOLDER, name), 'utf8').startsWith(HINT)).toBe(true);
  });
});
