import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { workflowIdOf } from '@redress/contracts/workflow';
import { plusMs } from '@redress/policy';
import { openStorySession, type StorySession } from '@redress/scenario';
import { dataConverter } from '@redress/temporal/node';
import { storyGround } from '@redress/testkit';
import { Client } from '@temporalio/client';
import { OwnCompany } from '../authorisation/own.company.ts';
import { sayInActionAndContact } from './canary.action.ts';
import { sayWhereItIsRefused } from './canary.errors.ts';
import { sayInAFile } from './canary.import.ts';
import { CanaryLife } from './canary.life.ts';
import { scan } from './canary.scan.ts';
import { CanaryWords } from './canary.words.ts';
import { encodedForms } from './encoded.forms.ts';
import { databaseRows, history, logFiles, metrics, temporalRows, topicRecords } from './scanned.places.ts';

const ground = storyGround();
/** Two rounds of a life, and every due instant of everybody else's complaints on the way to its end; on a busy machine. */
const AT_MOST_MS = 900_000;
const UNTIL_ENDED_MS = 45 * 24 * 3_600_000;
/** Something of every kind that was said. */
const SAID = [
  ...[
    'correction',
    'address',
    'contactPerson',
    'description',
    'wish',
    'firstreason',
    'secondpersonComplainedOf',
    'message',
  ],
  ...['contact', 'finding', 'remedy', 'return', 'approval', 'result', 'analysis', 'reopening', 'second remedy'],
  ...['identification', 'note', 'question', 'repeat', 'request', 'answer', 'mark', 'interim', 'why', 'offer'],
  ...['offer answer', 'appointment', 'evidence', 'survey', 'follow-up'],
  ...['name', 'corrected'],
];
const words = new CanaryWords();
const forms = encodedForms(words.marks);
let session: StorySession;
let life: CanaryLife;
let actionId: string;

beforeAll(async () => {
  session = await openStorySession(ground);
  const company = await OwnCompany.found(ground, session);
  life = await CanaryLife.file(ground.urls.intake, company, session, words);
  expect(await sayInAFile(ground, company, words)).toMatchObject({ loaded: 1, refused: 1 });
  const refused = await sayWhereItIsRefused(ground, company, life, words);
  expect(refused.filter((status) => status < 400 || status >= 500)).toEqual([]);
  actionId = await sayInActionAndContact(ground, company, session, words);
  await life.playBothRounds();
  await session.time.moveTo(plusMs(await session.time.now(), UNTIL_ENDED_MS));
}, AT_MOST_MS);
afterAll(() => session.close());

describe('what a person says stays with who may read it', () => {
  it('although the complaint has been through its whole life', async () => {
    expect((await life.look()).stage).toBe('ended');
  });

  it('and is there, word for word, for who may read it', async () => {
    const read = JSON.stringify(await life.everythingReadable());
    expect(SAID.filter((field) => !read.includes(words.text(field)))).toEqual([]);
  });

  it('and is found by every word of it', async () => {
    for (const field of ['description', 'second remedy', 'imported', 'corrected'])
      expect([field, await life.foundBy(words.text(field))]).toEqual([field, 1]);
  });

  it('and is in no row of the services, not even beside what is sealed', async () => {
    expect(await scan(databaseRows(ground.databaseUrl), forms)).toEqual([]);
  });

  it('and in no table of Temporal', async () => {
    expect(await scan(temporalRows(ground.databaseUrl), forms)).toEqual([]);
  });

  it('and in no topic and no dead letter', async () => {
    expect(await scan(topicRecords(session.database, session.bus), forms)).toEqual([]);
  });

  it('and in no log', async () => {
    expect(await scan(logFiles(ground), forms)).toEqual([]);
  });

  it('and in no figure that is shown', async () => {
    expect(await scan(metrics(ground.urls), forms)).toEqual([]);
  });

  it('and in no recorded history, not even where its payloads are opened', async () => {
    for (const id of [workflowIdOf(life.id), actionWorkflowIdOf(actionId)]) {
      const pieces = history(session.temporal, id, ground.temporal.payloadKey);
      expect(await scan(pieces, forms)).toEqual([]);
    }
  });
});

describe('the search would have found them', () => {
  const planted = new CanaryWords();
  const plantedForms = encodedForms(planted.marks);

  it('in Temporal and in a history, had the codec been off', async () => {
    const { connection, options } = session.temporal;
    const open = new Client({ connection, namespace: options.namespace, dataConverter: dataConverter(null) });
    const workflowId = `canary/${randomUUID()}`;
    const args = [{ words: planted.text('argument'), base64: Buffer.from(planted.text('inside')).toString('base64') }];
    const handle = await open.workflow.start('nobody', { workflowId, taskQueue: `nobody-${randomUUID()}`, args });
    const recorded = history(session.temporal, workflowId, ground.temporal.payloadKey);
    expect((await scan(recorded, plantedForms)).join()).toContain('(base64 of UTF-8)');
    const tables = (await scan(temporalRows(ground.databaseUrl), plantedForms)).join('\n');
    expect(tables).toMatch(/^\/temporal public\.history_node \(UTF-8\)/m);
    expect(tables).toMatch(/^\/temporal public\.history_node \(base64 of UTF-8\)/m);
    await handle.terminate('only to be found');
  });

  it('in a table, as text and as bytes', async () => {
    const schema = `canary_${randomUUID().slice(0, 8)}`;
    await session.database.query(`CREATE SCHEMA ${schema}`);
    try {
      await session.database.query(`CREATE TABLE ${schema}.scratch (words jsonb, bytes bytea)`);
      await session.database.query(`INSERT INTO ${schema}.scratch VALUES ($1, $2)`, [
        JSON.stringify({ deep: [planted.text('column')] }),
        Buffer.from(planted.text('bytes'), 'utf16le'),
      ]);
      const found = (await scan(databaseRows(ground.databaseUrl), plantedForms)).join('\n');
      expect(found).toContain(`${schema}.scratch (UTF-8)`);
      expect(found).toContain(`${schema}.scratch (UTF-16LE)`);
    } finally {
      await session.database.query(`DROP SCHEMA ${schema} CASCADE`);
    }
  });

  it('in a topic', async () => {
    const name = `canary-${randomUUID()}`;
    await session.bus.ensureTopics([{ name, partitions: 1 }]);
    await session.bus.publish([{ topic: name, key: 'one', event: eventSaying(planted.text('fact')) }]);
    const found = await scan(topicRecords(session.database, session.bus, [name]), plantedForms);
    expect(found.join('\n')).toContain(`topic ${name} (UTF-8)`);
  });

  it('in a log file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'));
    try {
      const file = join(folder, 'some.log');
      writeFileSync(file, `{"level":30,"url":"/x?q=${encodeURIComponent(planted.text('line'))}"}\n`);
      expect((await scan(logFiles({ logFiles: [file] }), plantedForms)).join()).toContain('log some.log (percent)');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function eventSaying(said: string) {
  return {
    ...{ specversion: '1.0' as const, id: randomUUID(), source: '/redress/canary', type: 'redress.canary.sung.v1' },
    ...{ subject: 'one', time: '2026-11-23T01:00:00.000Z', datacontenttype: 'application/json' as const },
    ...{ sequence: 1, access: 'open', data: { said } },
  } as const;
}
