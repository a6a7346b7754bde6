import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runTransfer } from '@redress/launch';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { z } from 'zod';
import { OwnCompany } from '../authorisation/own.company.ts';

const ground = storyGround();
const folder = mkdtempSync(join(tmpdir(), 'redress-transfer-'));
const inFolder = (name: string) => join(folder, name);

const rows = z.object({ items: z.array(z.object({ complaintId: z.uuid() })) });

let session: StorySession;
let company: OwnCompany;

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await session.close();
});

/** Runs a command line in the name of somebody of the company. */
async function ran(command: 'import' | 'export', args: readonly string[], name = 'manager') {
  const [said, progress]: [string[], string[]] = [[], []];
  const authorization = await company.called(name).authorization();
  process.env['REDRESS_TOKEN'] = authorization.replace('Bearer ', '');
  try {
    const where = ['--intake', ground.urls.intake, '--staffing', ground.urls.staffing];
    const code = await runTransfer(command, [...where, ...args], {
      say: (line) => said.push(line),
      progress: (text) => progress.push(text),
      isTerminal: false,
    });
    return { code, said: said.join('\n'), progress: progress.join('') };
  } finally {
    delete process.env['REDRESS_TOKEN'];
  }
}

/** A file of complaints of the company's own department. */
function fileOf(name: string, rows: readonly string[]): string {
  const lines = ['channel,category,departmentId,description,reference,colour', ...rows];
  writeFileSync(inFolder(name), lines.join('\n').replaceAll('DEPARTMENT', company.department));
  return inFolder(name);
}

const GOOD = ['chat,price,DEPARTMENT,Too dear.,T-1,red', 'chat,price,DEPARTMENT,"=1+1, she said.",T-2,red'];

describe('complaints by the command line', () => {
  it('go in, and what was refused is told and written', async () => {
    const file = fileOf('mixed.csv', [...GOOD, 'owl,price,DEPARTMENT,Hoot.,T-3,red']);
    const refused = inFolder('refused.csv');
    const { code, said, progress } = await ran('import', [file]);
    expect(code).toBe(2);
    expect(said).toContain('done. 2 loaded, 0 known before, 0 left out, 1 refused.');
    expect(said).toContain('Columns that nobody reads: colour.');
    expect(said).toMatch(/ {2}line 4: channel /);
    expect(progress).toContain('100 %  2 loaded');
    const again = await ran('import', [file, '--refused', refused, '--json']);
    const view = JSON.parse(again.said) as { id: string };
    expect(view).toMatchObject({ state: 'done', loaded: 0, known: 2, refused: 1 });
    expect(readFileSync(refused, 'utf8')).toMatch(/^\ufeffline,column,reason\r\n4,channel,.+\r\n$/);
    expect(await ran('import', ['--watch', view.id])).toMatchObject({ code: 2 });
    await session.time.quiet();
  });

  it('go in whole with 0, and are not waited for where nobody wants to', async () => {
    expect((await ran('import', [fileOf('good.csv', GOOD)])).code).toBe(0);
    const { code, said } = await ran('import', [fileOf('good.csv', GOOD), '--no-wait', '--name', 'later']);
    expect([code, said]).toEqual([0, expect.stringMatching(/waiting|loading|done/)]);
    await session.time.quiet();
  });

  it.each(['csv', 'xlsx'])('come out as %s as they went in, and go in again as they came out', async (format) => {
    const file = inFolder(`out.${format}`);
    const narrowed = ['--where', `departmentId=${company.department}`, '--where', 'reference=T-2', '--words'];
    expect((await ran('export', [file, ...narrowed, '--json'])).code).toBe(0);
    const { code, said } = await ran('import', [file, '--name', `again as ${format}`, '--json']);
    const view = JSON.parse(said) as { id: string };
    expect([code, view]).toMatchObject([0, { format, refused: 0 }]);
    await session.time.quiet();
    const [manager, { intake }] = [company.called('manager'), ground.urls];
    const { items } = rows.parse((await manager.get(`${intake}/imports/${view.id}/rows?outcome=loaded`)).body);
    const { body } = await manager.get(`${intake}/complaints/${items[0]?.complaintId}`);
    expect(body).toMatchObject({ description: '=1+1, she said.' });
  });

  it('end with 1 when it is not done, and leave no half of a file', async () => {
    const file = fileOf('good.csv', GOOD);
    const nowhere = ['--intake', 'http://127.0.0.1:1'];
    const before = readdirSync(folder);
    const attempts = [
      await ran('import', [file], 'ann'),
      await ran('import', [fileOf('none.csv', []), '--mapping', 'none']),
      await ran('export', [inFolder('no.csv')], 'clerk'),
      await ran('export', [inFolder('no.csv'), '--where', 'stage=none']),
      await ran('export', [inFolder('no.csv'), ...nowhere]),
    ];
    expect(attempts.map(({ code, said }) => [code, said])).toEqual(attempts.map(() => [1, '']));
    expect(readdirSync(folder).sort()).toEqual([...before, 'none.csv'].sort());
  });
});
