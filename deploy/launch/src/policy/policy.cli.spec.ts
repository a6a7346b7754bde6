import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runPolicy } from './policy.cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, says: string, extending = 'levels'): string {
  const path = join(folder, name);
  const code = name.replace('.yaml', '');
  writeFileSync(path, `pack: ${code}\nversion: '1'\ntitle: { zh: 酒店, en: Hotel }\nextends: ${extending}\n${says}\n`);
  return path;
}

async function ran(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runPolicy(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('redress policy', () => {
  it('check says what is wrong by file, line and column, and fails', async () => {
    const path = file('hotel.yaml', `levels: [{ code: '2', respond: soon }]`);
    const { code, said } = await ran('check', path);
    expect([code, said]).toEqual([1, expect.stringContaining(`${path}:5:32 error: levels.1.respond: \`soon\` is no`)]);
    expect(said).toContain('no pack yet, 1 errors, 0 warnings');
  });

  it('check shows what stands in a file beside it there', async () => {
    const parent = file('inn.yaml', 'handOver: soon');
    const { said } = await ran('check', file('cottage.yaml', '', 'inn'));
    expect(said).toContain(`${join('', parent).split('/').at(-1)}:5:11 error: handOver: \`soon\``);
  });

  it('check knows the calendars beside it, and says when there is none', async () => {
    const path = file('marina.yaml', 'ruling: 1 working days of front-desk');
    expect((await ran('check', path)).said).toContain('`front-desk` is no calendar in force');
    const open = `calendar: front-desk\ntimeZone: Europe/Berlin\nweek: { mon: ['07:00-23:00'] }\n`;
    writeFileSync(join(folder, 'front-desk.yaml'), open);
    expect(await ran('check', path)).toMatchObject({ code: 0, said: expect.stringContaining('0 errors') });
  });

  it('check shows what is wrong with a calendar beside it where it stands, and checks a calendar alone', async () => {
    const path = file('harbour.yaml', 'ruling: 1 working days of pier');
    const pier = join(folder, 'pier.yml');
    writeFileSync(pier, `calendar: pier\ntimeZone: Europe/Frankfurt\nweek: { mon: ['07:00-23:00'] }\n`);
    const { code, said } = await ran('check', path);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/pier\.yml:2:11 timeZone: .*\n.*`pier` is no calendar in force/),
    ]);
    expect((await ran('check', pier)).said).toMatch(/no calendar yet, 1 errors$/);
    writeFileSync(pier, `calendar: pier\ntimeZone: Europe/Berlin\nweek: { mon: ['07:00-23:00'] }\n`);
    expect(await ran('check', pier)).toMatchObject({ code: 0, said: expect.stringContaining('calendar pier (') });
    rmSync(pier);
  });

  it('explain says when a clock runs beyond the holidays that are published', async () => {
    const short = join(folder, 'quay.yaml');
    writeFileSync(
      short,
      `calendar: quay\ntimeZone: Europe/Berlin\nweek: { mon: ['07:00-23:00'] }\ncoversUntil: 2026-12-31\n`,
    );
    const path = file(
      'dock.yaml',
      `levels: [{ code: '3', respond: 2 working hours of quay, solve: 9 working hours of quay }]`,
    );
    const explained = (received: string) =>
      ran('explain', path, '--facts', 'urgency=1,severity=3', '--received', received);
    expect((await explained('2026-11-23T09:00:00Z')).said).not.toContain('quay goes beyond');
    expect((await explained('2027-03-01T09:00:00Z')).said).toMatch(/solve by .*\n .*quay/);
  });

  it('check lets warnings pass, unless it is strict', async () => {
    const path = file('lodge.yaml', `classes: [{ code: '4', rank: 4, title: { zh: 四类, en: Four } }]`);
    expect(await ran('check', path)).toMatchObject({ code: 0, said: expect.stringContaining('warning: no rule ever') });
    expect((await ran('check', '--strict', path, 'levels')).code).toBe(1);
    expect(await ran('check', '--strict', 'levels')).toMatchObject({
      code: 0,
      said: expect.stringContaining('0 warn'),
    });
  });

  it('explain takes facts from the command line or a file, in either language', async () => {
    const facts = join(folder, 'facts.json');
    writeFileSync(facts, JSON.stringify({ urgency: 3, severity: 2, media: false }));
    const { said } = await ran(
      'explain',
      'levels',
      '--facts',
      'urgency=3, severity=2',
      '--received',
      '2026-11-23T01:00:00Z',
    );
    expect(said).toContain('Level 2 (Level 2): Rule urgent holds: level 2.');
    expect(said).toContain('solve by 2026-11-25T01:00:00.000Z (48 h)');
    expect((await ran('explain', 'levels@1.0', '--facts', facts, '--language', 'zh')).said).toContain(
      '规则 urgent 成立，定为 2 级。',
    );
  });

  it('diff says in words what is different', async () => {
    const path = file('motel.yaml', `levels: [{ code: '2', respond: 3h }]`);
    expect((await ran('diff', 'levels', path)).said).toContain('level 2 now answers in 3 h instead of 4 h');
    expect((await ran('diff', path, path)).said).toBe('The two packs are the same.');
  });

  it('whole writes out what is extended, and means the same', async () => {
    const path = file('tent.yaml', 'handOver: 1h');
    writeFileSync(join(folder, 'whole.yaml'), (await ran('whole', path)).said);
    expect((await ran('diff', path, join(folder, 'whole.yaml'))).said).toBe('The two packs are the same.');
    expect(readFileSync(join(folder, 'whole.yaml'), 'utf8')).not.toContain('extends');
  });

  it.each([
    [['check', 'nowhere.yaml'], 'There is no file nowhere.yaml, and no pack of that name; known are branch, classes'],
    [['explain', 'levels', '--facts', 'urgncy=3'], 'did you mean `urgency`?'],
    [['explain', 'levels', '--facts', 'urgency=much'], '`urgency` is a number, not `much`'],
    [['explain', 'levels', '--received', 'soon'], '`soon` is no instant'],
    [['diff', 'levels'], 'Name two packs'],
    [['try', 'levels'], 'Say from when on: --since'],
    [['try', 'levels', '--since', '2026-11-01', '--port-base', '1'], 'Nobody answers at http://127.0.0.1:3/sessions'],
    [['explain', 'levels', '--language', 'fr'], 'write zh or en'],
    [['sing'], 'There is no command "policy sing"'],
    [['check', '--loud'], "Unknown option '--loud'"],
  ])('%j is answered with a sentence', async (args, sentence) => {
    expect(await ran(...args)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
  });
});
