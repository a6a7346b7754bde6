import { describe, expect, it } from '@jest/globals';
import type { Facts } from '@redress/policy';
import { compilePack } from '../compile-pack.ts';
import { loadShippedCalendars, shippedPackDocument } from '../shipped.ts';
import { explainPack } from './explain-pack.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
const { pack } = compilePack(shippedPackDocument('levels') ?? '');
const RECEIVED = '2026-09-18T07:00:00.000Z';

const explained = (facts: Facts, language: 'zh' | 'en' = 'en') =>
  explainPack(pack, facts, RECEIVED, calendars)
    .lines.map((line) => line[language])
    .join('\n');

describe('a pack explained', () => {
  it('says which rule decides, what stood before it, and what each asked', () => {
    const said = explained({ urgency: 3, severity: 2, prevalence: 1 });
    expect(said).toContain(
      'Level 2 (Level 2): Rule urgent holds: level 2. urgency is 3; at least 3 is asked for: it holds.\n' +
        '  Rule core-interest does not hold. core interest is not known; yes is asked for: it does not hold.\n' +
        '  Rule urgent-and-severe does not hold. severity is 2; at least 3 is asked for: it does not hold.',
    );
    expect(said).toContain('Class 1 (Class 1: first complaint): Rule first holds: class 1.');
    expect(said).toContain('Serious: no. (It would be: media or public post or');
  });

  it('says the same in Chinese', () => {
    const said = explained({ urgency: 3, severity: 2 }, 'zh');
    expect(said).toContain('级别 2（二级）：规则 urgent 成立，定为 2 级。紧急程度为 3，要求至少 3：成立。');
    expect(said).toContain('是否重大：否。（条件：涉及媒体 或 网络公开');
  });

  it('says that it is provisional, and why', () => {
    expect(explained({ urgency: 3 })).toContain('It is provisional: urgent-and-severe may still hold');
    expect(explained({})).toContain(
      'Level 3 (Level 3): No rule settles the level: 3 stands until a person confirms it.',
    );
  });

  it('says what opens the fast lane and makes it serious', () => {
    const said = explained({ danger: true });
    expect(said).toContain('On the fast lane the gravest level counts: 1.');
    expect(said).toContain('Fast lane: yes. danger to persons is yes; yes is asked for: it holds.');
    expect(said).toContain('first contact by 2026-09-18T07:15:00.000Z (15 min)');
  });

  it('says what is done on the spot, by whom and in how long (INT-22)', () => {
    const branch = compilePack(shippedPackDocument('branch') ?? '').pack;
    const linesFor = (agitation: number) =>
      explainPack(branch, { agitation }, RECEIVED, calendars).lines.flatMap(({ en, zh }) => [en, zh]);
    expect(linesFor(1)).toEqual(
      expect.arrayContaining([
        'On the spot, at grade 1:',
        '  handle-on-the-spot: the owner, within 2 min',
        '  security-helps: the role guard of the department, within 5 min',
        '  security-helps：本部门的角色“guard”，5 分钟内',
      ]),
    );
    expect(linesFor(0).filter((line) => line.includes('On the spot'))).toEqual([]);
  });

  it('reckons the clocks and the rungs that watch them', () => {
    const said = explained({ urgency: 1, severity: 1, prevalence: 1 });
    expect(said).toContain('accept by 2026-09-18T09:00:00.000Z (2 h)');
    expect(said).toContain('solve by 2026-10-09T07:00:00.000Z (10 working days of cn-workdays)');
    expect(said).toContain('    2026-09-19T01:00:00.000Z warning: tells the owner');
    expect(said).toContain('    2026-09-19T07:00:00.000Z backup: tells the backup');
  });
});
