import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EVENT_CONTRACTS } from '../events/event-contracts.ts';
import { eventDocuments } from './event.documents.ts';
import { PUBLISHED_FOLDER } from './published.folder.ts';

const documents = eventDocuments();

describe('the published description of the events', () => {
  it.each(documents)('$path is committed as it is generated: npm run events', ({ path, content }) => {
    expect(readFileSync(join(PUBLISHED_FOLDER, path), 'utf8')).toBe(content);
  });

  it('has nothing that no contract stands behind', () => {
    const kept = readdirSync(join(PUBLISHED_FOLDER, 'schemas')).map((name) => `schemas/${name}`);
    expect(kept.sort()).toEqual(
      documents
        .map(({ path }) => path)
        .filter((path) => path !== 'asyncapi.json')
        .sort(),
    );
  });

  it('lets a field pass that a later version of v1 adds', () => {
    for (const { path, content } of documents)
      if (path !== 'asyncapi.json') expect(content).not.toContain('additionalProperties');
  });

  it('names every event under its topic, with an example', () => {
    const api = JSON.parse(documents.at(-1)?.content ?? '{}') as {
      channels: Record<string, { messages: Record<string, { examples: unknown[] }> }>;
    };
    for (const { type, topic } of EVENT_CONTRACTS)
      expect(api.channels[topic]?.messages[type]?.examples).toHaveLength(1);
  });
});
