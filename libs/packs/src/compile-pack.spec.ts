import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hashOf } from './canonical.ts';
import { checkPack, compilePack } from './compile-pack.ts';
import { DocumentRefused } from './problem.ts';

const levels = readFileSync(new URL('../packs/levels.yaml', import.meta.url), 'utf8');

function changed(from: string, to: string): string {
  if (!levels.includes(from)) throw new Error(`the document does not say ${from}`);
  return levels.replace(from, to);
}

/** The problems of the document after one change, each as `the text of its line from its column on | message`. */
function problemsAfter(from: string, to: string): string[] {
  const text = changed(from, to);
  const checked = checkPack(text, { calendars: ['cn-workdays'] });
  if (checked.ok) return [];
  const lines = text.split('\n');
  return checked.problems.map(
    ({ line, column, message }) => `${(lines[line - 1] ?? '').slice(column - 1)} | ${message}`,
  );
}

describe('compiling a pack', () => {
  it('names it by the hash of its canonical form', () => {
    const { hash, canonical, pack } = compilePack(levels);
    expect(hash).toBe(hashOf(canonical));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(canonical)).toEqual(pack);
  });

  it('gives the same hash for another order of fields and other comments, another one for another rule', () => {
    const { hash } = compilePack(levels);
    const turned = changed("pack: levels\nversion: '1.0'\n", "# turned\nversion: '1.0'\npack: levels\n");
    expect(compilePack(turned).hash).toBe(hash);
    expect(compilePack(changed('respond: 2h', 'respond: 120m')).hash).not.toBe(hash);
  });

  it('knows the categories that a rule asks for (INT-24)', () => {
    const rule = (condition: string) => `grading:\n  levels:\n    - { code: own, when: ${condition}, gives: '2' }`;
    const after = (condition: string) => problemsAfter('grading:\n  levels:', rule(condition));
    expect(after('{ fact: category, is: delivery }')).toEqual([]);
    expect(after('{ not: { fact: category, in: [price, delivry] } }')).toEqual([
      expect.stringMatching(/^delivry.* \| .*`delivry` is no category; did you mean `delivery`\?$/),
    ]);
    expect(after('{ any: [{ fact: category, is: pool }] }')).toEqual([expect.stringContaining('known are ')]);
  });

  it('gives goodwill of a fifth where the document gives none', () => {
    const limits = (role: string) => compilePack(levels).pack.roles.find(({ code }) => code === role)?.limits;
    expect(limits('handler')).toEqual({ compensation: 500, goodwill: 100 });
    expect(limits('leader')).toEqual({ compensation: null, goodwill: null });
    expect(limits('clerk')).toEqual({ compensation: 0, goodwill: 0 });
  });

  it('takes the weights of the KPIs, and names the same pack by the same hash without them', () => {
    const weighed = `${levels}\nkpi: { timeliness: 50, satisfaction: 30, resolution: 20 }\n`;
    expect(compilePack(weighed).pack.kpi).toEqual({ timeliness: 50, satisfaction: 30, resolution: 20 });
    expect(compilePack(levels).canonical).not.toContain('kpi');
    const nothing = checkPack(`${levels}\nkpi: { timeliness: 0, satisfaction: 0, resolution: 0 }\n`);
    expect(nothing).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('above 0') }] });
  });

  it('says to whom a report goes, and who hears that it is filed (PRC-28)', () => {
    const told = (tells: string) =>
      checkPack(levels.replace('tells: [role leader]\n  when:', `tells: [${tells}]\n  when:`), {
        calendars: ['cn-workdays'],
      });
    expect(told('department-head, role general-manager')).toMatchObject({
      ok: true,
      compiled: { pack: { report: { to: { en: 'The leader in charge' }, tells: [{}, { role: 'general-manager' }] } } },
    });
    const message = expect.stringContaining('`chief` is no role');
    expect(told('role chief')).toMatchObject({ ok: false, problems: [{ message }] });
  });

  it('gives a step on the spot to a place, a role, or who holds a role in the own department (INT-22)', () => {
    const by = (who: string) =>
      checkPack(
        `${levels}\nonSite: [{ grade: 1, steps: [{ code: calm, title: { zh: 安抚, en: Calm }, within: 2m, by: ${who} }] }]\n`,
        { calendars: ['cn-workdays'] },
      );
    expect(by('role clerk of the department')).toMatchObject({
      ok: true,
      compiled: { pack: { onSite: [{ steps: [{ by: { kind: 'department-role', role: 'clerk' } }] }] } },
    });
    const problem = (message: string) => ({ ok: false, problems: [{ message: expect.stringContaining(message) }] });
    expect(by('role guard of the department')).toMatchObject(problem('`guard` is no role'));
    expect(by('clerk of the department')).toMatchObject(problem('`role <code> of the department`'));
  });

  it('gives the record of misconduct to a role that may see it (INT-15)', () => {
    const to = (role: string) => checkPack(`${levels}\nmisconduct: { to: ${role} }\n`, { calendars: ['cn-workdays'] });
    expect(to('role general-manager')).toMatchObject({
      ok: true,
      compiled: {
        pack: {
          misconduct: {
            to: { kind: 'role', role: 'general-manager' },
            tells: [],
            within: { amount: 10, unit: 'days' },
          },
        },
      },
    });
    const problem = (message: string) => ({ ok: false, problems: [{ message: expect.stringContaining(message) }] });
    expect(to('role leader')).toMatchObject(problem('give it the capability `read-restricted`'));
    expect(to('role nobody')).toMatchObject(problem('`nobody` is no role'));
    expect(to('department-head')).toMatchObject(problem('write `role <code>`'));
  });

  it('lets the ladder of such a record speak to who may see it alone, and move nothing (INT-15)', () => {
    const rung = (tells: string, more = '') =>
      checkPack(
        levels.replace(
          /^ladder:\n/m,
          `ladder:\n  - { code: record, duties: [misconduct], atFraction: 1, tells: [${tells}]${more} }\n`,
        ) + `\nmisconduct: { to: role general-manager, within: 30d }\n`,
        { calendars: ['cn-workdays'] },
      );
    expect(rung('holder, role general-manager').ok).toBe(true);
    const problem = (message: string) => ({ ok: false, problems: [{ message: expect.stringContaining(message) }] });
    expect(rung('role leader')).toMatchObject(problem('give it the capability `read-restricted`'));
    expect(rung('department-head')).toMatchObject(problem('write `holder` or `role <code>`'));
    expect(rung('holder', ', movesOwnershipTo: backup')).toMatchObject(problem('stays with its owner'));
  });

  it('throws all problems where the document has to be right', () => {
    expect(() => compilePack(changed('respond: 2h', 'respond: soon'))).toThrow(DocumentRefused);
  });
});

describe('a problem of a pack', () => {
  it.each([
    ['respond: 2h', 'respond: soon', 'soon | levels.0.respond: `soon` is no length of time; write a length of time'],
    ['respond: 2h', 'respnd: 2h', 'respnd: 2h | levels.0: `respnd` is no field here; did you mean `respond`?'],
    ['    solve: 24h\n', '', "code: '1' | levels.0.solve: missing; write a length of time"],
    ["gives: '2'", "gives: '9'", "'9' | `9` is no level; known are 1, 2, 3, 4"],
    ['{ fact: urgency, atLeast: 3 }', '{ fact: urgncy, atLeast: 3 }', 'did you mean `urgency`?'],
    ['{ fact: media, is: true }', '{ fact: media, atLeast: 3 }', '`media` is yes or no: write `is: true`'],
    ['{ fact: media, is: true }', '{ fact: media }', 'this is no condition; write'],
    ['role complaint-manager', 'role complaints-manager', 'did you mean `complaint-manager`?'],
    ['tells: [owner]', 'tells: [boss]', 'boss] | ladder.0.tells.0: `boss` is nobody on a ladder; write `owner`'],
    ['atFraction: 0.75', 'atFraction: 1', '1 | a warning comes before the deadline; write less than 1'],
    ['10 working days of cn-workdays', '10 working days of us', '`us` is no calendar in force'],
    ['ruling: 1 working days of cn-workdays', 'ruling: 1 working days of us', '`us` is no calendar in force'],
    ['solve: 24h', 'solve: 1h', '1h | solve ends before respond'],
    ['rank: 2', 'rank: 1', '1 | rank `1` is given twice'],
    [
      '[register, read-department, handle]',
      '[register, read-department, handel]',
      'handel] | roles.1.capabilities.2: `handel` is no capability; did you',
    ],
    ['compensation: 500 ', 'compensation: much ', 'write an amount of at least 0, or `without limit`'],
    [
      'currency: CNY',
      'currency: CNY\nstagesLeftOut: [received, resolving]',
      '`received` is no stage that can be left out',
    ],
    [
      'mandatory: [description, contact]',
      'mandatory: [descripton]',
      'descripton] | mandatory.0: `descripton` is no field',
    ],
    ['编号 {number}', '编号 {nummer}', 'did you mean `number`?'],
    ["version: '1.0'", 'version: 1.0', '1.0 | version: write the version in quotes'],
  ])('%j written as %j says where and what would be right', (from, to, said) => {
    const problems = problemsAfter(from, to);
    expect(problems.join('\n')).toContain(said);
  });

  it('comes with every other one, in the order of the document', () => {
    const text = changed('respond: 2h', 'respond: soon').replace('reopening: 30d', 'reopening: never');
    const checked = checkPack(text);
    const places = checked.ok ? [] : checked.problems.map(({ message }) => message.split(':')[0]);
    expect(places).toEqual(['levels.0.respond', 'reopening']);
  });

  it('is found where the text is no YAML at all', () => {
    const checked = checkPack('pack: levels\nversion: [1\nlevels: 2\n');
    expect(checked.ok).toBe(false);
    expect(checked.ok ? 0 : checked.problems[0]?.line).toBeGreaterThanOrEqual(2);
    expect(checkPack('').ok).toBe(false);
    expect(checkPack('just words').ok).toBe(false);
  });
});
