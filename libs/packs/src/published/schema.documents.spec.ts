import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import { packDocument } from '../pack.schema.ts';
import { Source } from '../source.ts';
import { PACK_FIELDS } from './pack.descriptions.ts';
import { PUBLISHED_FOLDER } from './published.folder.ts';
import { schemaDocuments } from './schema.documents.ts';

const documents = schemaDocuments();
const contentOf = (path: string) => JSON.parse(documents.find((one) => one.path === path)?.content ?? '') as object;
const ajv = new Ajv({ allErrors: true });
const validate = {
  pack: ajv.compile(contentOf('pack.schema.json')),
  calendar: ajv.compile(contentOf('calendar.schema.json')),
};

/** Whether an editor would find the document right. */
function isRight(kind: 'pack' | 'calendar', text: string): boolean {
  return validate[kind](new Source(text).value) === true;
}

const home = fileURLToPath(new URL('../../', import.meta.url));
const shipped = (['packs', 'calendars'] as const).flatMap((folder) =>
  readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      name: join(folder, name),
      kind: folder === 'packs' ? ('pack' as const) : ('calendar' as const),
      text: readFileSync(join(home, folder, name), 'utf8'),
    })),
);

const EXTENDING = `pack: hotel\nversion: '1'\ntitle: { zh: 酒店, en: Hotel }\nextends: levels\n`;

describe('the published schemas of the documents', () => {
  it.each(documents)('$path is committed as it is generated: npm run schemas', ({ path, content }) => {
    expect(readFileSync(join(PUBLISHED_FOLDER, path), 'utf8')).toBe(content);
  });

  it.each(shipped)('find $name right, which names its own for editors', ({ name, kind, text }) => {
    expect(isRight(kind, text) || (validate[kind].errors ?? null)).toBe(true);
    const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? [];
    expect(resolve(home, dirname(name), named)).toBe(join(PUBLISHED_FOLDER, `${kind}.schema.json`));
  });

  it.each([
    `levels: [{ code: '2', respond: 3h }]`,
    `levels: [{ code: '2', remove: true }]`,
    `grading: { levels: [{ code: noise, when: { fact: network, is: true }, gives: '2', before: urgent }] }`,
    `guidance: { replace: [] }`,
    `mandatory: { add: [mobile] }`,
    `kpi: { remove: true }`,
    `texts: { news: { en: Still at it }, offer: { remove: true } }`,
  ])('find a pack right that extends another and says only %s', (says) => {
    expect(isRight('pack', `${EXTENDING}${says}\n`) || (validate.pack.errors ?? null)).toBe(true);
  });

  it.each([
    `levels: [{ code: '2', respond: soon }]`,
    `levels: [{ code: '2', respnd: 3h }]`,
    `levels: [{ respond: 3h }]`,
    `grading: { serious: { fact: urgncy, atLeast: 3 } }`,
    `grading: { serious: { fact: media, atLeast: 3 } }`,
    `grading: { serious: { all: [], any: [] } }`,
    `ladder: [{ code: backup, tells: [boss] }]`,
    `guidance: { instead: [] }`,
    `handover: 1h`,
  ])('find %s wrong', (says) => {
    expect(isRight('pack', `${EXTENDING}${says}\n`)).toBe(false);
  });

  it('ask a pack that extends nothing for everything', () => {
    expect(isRight('pack', EXTENDING.replace('extends: levels\n', ''))).toBe(false);
  });

  it('say what each field of a pack is for', () => {
    expect(Object.keys(PACK_FIELDS).sort()).toEqual(Object.keys(packDocument.shape).sort());
  });
});
